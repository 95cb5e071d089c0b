import type { Selectable } from "kysely";
import type { Issue } from "../../../terms/index.ts";
import type { IssueRecord } from "../records.ts";
import type { IssueTable } from "../schema.ts";

/** The row an issue is stored as: known by its original and its place in the list of that original's issues. */
export function issueToRow(
  original: string,
  ordinal: number,
  reading: string | null,
  issue: Issue,
): IssueTable {
  return {
    original,
    ordinal,
    reading,
    code: issue.code,
    detail: issue.detail,
    range_start: issue.range?.start ?? null,
    range_end: issue.range?.end ?? null,
    byte_start: issue.bytes?.start ?? null,
    byte_end: issue.bytes?.end ?? null,
    before: issue.before ?? null,
  };
}

/** The issue a row stands for. */
export function issueFromRow(row: Selectable<IssueTable>): IssueRecord {
  const { range_start, range_end, byte_start, byte_end } = row;
  return {
    reading: row.reading,
    code: row.code,
    detail: row.detail,
    ...(range_start === null || range_end === null ? {} : { range: { start: range_start, end: range_end } }),
    ...(byte_start === null || byte_end === null ? {} : { bytes: { start: byte_start, end: byte_end } }),
    ...(row.before === null ? {} : { before: row.before }),
  };
}
