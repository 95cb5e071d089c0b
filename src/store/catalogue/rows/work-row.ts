import type { Selectable } from "kysely";
import type { Hold, Permission, Stance, WorkRecord } from "../../../terms/index.ts";
import type { StoredWork } from "../records.ts";
import type { WorkTable } from "../schema.ts";

type WorkOwnRow = Omit<WorkTable, "number" | "opened" | "withdrawn" | "erased" | "visible" | "indexed">;

/** The columns of a work that its record fills; number and flags are the store's own. */
export function workToRow(work: WorkRecord): WorkOwnRow {
  return {
    id: work.id,
    title: work.title,
    title_sort: work.titleSort,
    creators: JSON.stringify(work.creators),
    creator_sort: work.creatorSort,
    fandoms: JSON.stringify(work.fandoms),
    pairings: JSON.stringify(work.pairings),
    rating: work.rating,
    summary: work.summary,
    warnings: JSON.stringify(work.warnings),
    stance: work.stance,
    permission: work.permission,
    hold: work.hold,
    language: work.language,
    words: work.words,
    parts: work.parts,
    parts_total: work.partsTotal,
    missing_parts: JSON.stringify(work.missingParts),
    date_text: work.dateText,
    date_sort: work.dateSort,
  };
}

/** The work a row stands for. The casts hold because only `workToRow` writes these columns. */
export function workFromRow(row: Selectable<WorkTable>): StoredWork {
  return {
    number: row.number,
    id: row.id,
    title: row.title,
    titleSort: row.title_sort,
    creators: JSON.parse(row.creators) as string[],
    creatorSort: row.creator_sort,
    fandoms: JSON.parse(row.fandoms) as string[],
    pairings: JSON.parse(row.pairings) as string[],
    rating: row.rating,
    summary: row.summary,
    warnings: JSON.parse(row.warnings) as string[],
    stance: row.stance as Stance,
    permission: row.permission as Permission,
    hold: row.hold as Hold | null,
    language: row.language,
    words: row.words,
    parts: row.parts,
    partsTotal: row.parts_total,
    missingParts: JSON.parse(row.missing_parts) as number[],
    dateText: row.date_text,
    dateSort: row.date_sort,
    opened: row.opened === 1,
    withdrawn: row.withdrawn === 1,
    erased: row.erased === 1,
    visible: row.visible === 1,
  };
}
