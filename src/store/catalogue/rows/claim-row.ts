import type { Selectable } from "kysely";
import type { Claim, FieldId, Precision } from "../../../terms/index.ts";
import type { ClaimTable } from "../schema.ts";

/** The row a claim is stored as; sureness is rounded to the permille. */
export function claimToRow(story: string, ordinal: number, claim: Claim): ClaimTable {
  const qualifiers = claim.qualifiers ?? [];
  return {
    story,
    ordinal,
    field: claim.field,
    value: claim.value,
    as_written: claim.asWritten,
    range_start: claim.range?.start ?? null,
    range_end: claim.range?.end ?? null,
    precision: claim.precision,
    rule: claim.rule,
    sureness_permille: Math.round(claim.sureness * 1000),
    label: claim.label ?? null,
    qualifiers: qualifiers.length === 0 ? null : JSON.stringify(qualifiers),
  };
}

/** The claim a row stands for. The casts hold because only `claimToRow` writes these columns. */
export function claimFromRow(row: Selectable<ClaimTable>): Claim {
  return {
    field: row.field as FieldId,
    value: row.value,
    asWritten: row.as_written,
    range:
      row.range_start === null || row.range_end === null
        ? null
        : { start: row.range_start, end: row.range_end },
    precision: row.precision as Precision,
    rule: row.rule,
    sureness: row.sureness_permille / 1000,
    ...(row.label === null ? {} : { label: row.label }),
    ...(row.qualifiers === null ? {} : { qualifiers: JSON.parse(row.qualifiers) as string[] }),
  };
}
