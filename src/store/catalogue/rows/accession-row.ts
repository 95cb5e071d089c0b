import type { Selectable } from "kysely";
import type { AccessionRecord } from "../records.ts";
import type { AccessionTable } from "../schema.ts";

/** The accession a row stands for. */
export function accessionFromRow(row: Selectable<AccessionTable>): AccessionRecord {
  return {
    id: row.id,
    opened: row.opened === 1,
    ended: row.ended === 1,
    source: row.source,
    sealed: row.sealed,
  };
}
