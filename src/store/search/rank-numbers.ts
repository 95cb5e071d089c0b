import type { FtsFile } from "./open-fts-file.ts";

/**
 * Scores the matching documents of a file: the lower the better, as FTS5 has it.
 *
 * @param weights - One per column.
 */
export function rankNumbers(
  { connection }: FtsFile,
  match: string,
  weights: readonly number[],
  range: { readonly from: number; readonly to: number },
): ReadonlyMap<number, number> {
  const statement = connection.prepare(
    `select rowid, bm25(docs, ${weights.join(", ")}) from docs where docs match ? and rowid between ? and ?`,
  );
  statement.setReturnArrays(true);
  const rows = statement.all(match, range.from, range.to) as unknown as [number, number][]; // as the select says
  return new Map(rows);
}
