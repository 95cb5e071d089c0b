import type { Selectable } from "kysely";
import type { DerivedOriginal, OriginalRecord, OriginalState } from "../records.ts";
import type { OriginalTable } from "../schema.ts";

/** The row an original is stored as. */
export function originalToRow({ original, state, kind }: DerivedOriginal): OriginalTable {
  return {
    id: original.id,
    accession: original.accession,
    object: original.object,
    path: original.path,
    content_path: original.contentPath,
    sha256: original.sha256,
    size_bytes: original.sizeBytes,
    state,
    kind,
  };
}

/** The original a row stands for. */
export function originalFromRow(row: Selectable<OriginalTable>): OriginalRecord {
  return {
    id: row.id,
    accession: row.accession,
    object: row.object,
    path: row.path,
    contentPath: row.content_path,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    state: row.state as OriginalState, // written by originalToRow only
    kind: row.kind,
  };
}
