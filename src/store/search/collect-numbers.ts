import type { FtsFile } from "./open-fts-file.ts";

/** Rows fetched in one go: as one string, as a row each costs more than finding them. */
const CHUNK = 2048;

/**
 * Gives the numbers of matching documents, the newest first, until there are enough that pass.
 *
 * What does not pass costs time but no room, so that hidden works never crowd out or cut short what can be seen.
 *
 * @param match - In the syntax of FTS5.
 */
export function collectNumbers(
  { connection }: FtsFile,
  match: string,
  enough: number,
  passes: (number: number) => boolean,
): readonly number[] {
  const statement = connection.prepare(
    `select group_concat(rowid) as numbers from
       (select rowid from docs where docs match ? and rowid < ? order by rowid desc limit ${CHUNK})`,
  );
  const found: number[] = [];
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const numbers = parseNumbers(statement.get(match, below)?.["numbers"]);
    for (const number of numbers) {
      if (passes(number)) found.push(number);
      if (found.length >= enough) return found;
    }
    if (numbers.length < CHUNK) return found;
    below = numbers.at(-1) ?? 0;
  }
}

/** Numbers of matching documents between two numbers, both included. */
export function numbersBetween(
  { connection }: FtsFile,
  match: string,
  from: number,
  to: number,
): readonly number[] {
  const statement = connection.prepare(
    "select group_concat(rowid) as numbers from docs where docs match ? and rowid between ? and ?",
  );
  return parseNumbers(statement.get(match, from, to)?.["numbers"]);
}

function parseNumbers(joined: unknown): readonly number[] {
  return typeof joined === "string" ? joined.split(",").map(Number) : [];
}
