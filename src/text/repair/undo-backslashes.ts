import type { Edit } from "./edit.ts";

const PLACES = /(?<!\\)\\{1,3}(?=['"])/g;
/** Quotes and apostrophes without a backslash before them. */
const BARE = /(?<!\\)['"]/g;
const LEAST_PLACES = 3;
const DETAIL = "A site's database put a backslash before each quote.";

/**
 * Finds backslashes before quotes, which old sites added for their database and forgot to take away: `don\'t`.
 *
 * Only when nearly every straight quote of the text has one: a typed `\'` stays.
 */
export function undoBackslashes(text: string): Edit[] {
  if (!text.includes("\\'") && !text.includes('\\"')) return [];
  const places = [...text.matchAll(PLACES)];
  if (places.length < LEAST_PLACES || (text.match(BARE)?.length ?? 0) * 4 > places.length) return [];
  return places.map(({ 0: place, index: start }) => ({
    start,
    end: start + place.length,
    replacement: "",
    code: "T-009",
    detail: DETAIL,
  }));
}
