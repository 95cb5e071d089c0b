import type { SearchQuery } from "../../store/index.ts";

/** A query as it was understood. */
export interface ParsedQuery extends SearchQuery {
  /** To stand in the box again. */
  readonly text: string;
  /** What was not taken as typed, in plain sentences. */
  readonly remarks: readonly string[];
}

const MOST_CHARACTERS = 300;
const MOST_TERMS = 24;

/**
 * Reads words, "phrases" and -not from what somebody typed.
 *
 * Never fails: an open quotation mark counts as closed at the end, signs without a word are left out, and a very long
 * query is cut, which the remarks say.
 */
export function parseQuery(typed: string): ParsedQuery {
  const remarks: string[] = [];
  const straight = typed
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
  const text = straight.slice(0, MOST_CHARACTERS).toWellFormed();
  if (text.length < straight.length)
    remarks.push(`Only the first ${MOST_CHARACTERS} characters were looked for.`);
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1)
    remarks.push("A quotation mark was left open: it was closed at the end.");
  const terms = [...text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)].filter((term) =>
    /[\p{L}\p{N}]/u.test(term[2] ?? term[3] ?? ""),
  );
  if (terms.length > MOST_TERMS) remarks.push(`Only the first ${MOST_TERMS} words were looked for.`);
  const words: string[] = [];
  const phrases: string[] = [];
  const not: string[] = [];
  for (const [, minus, phrase, word] of terms.slice(0, MOST_TERMS)) {
    const term = phrase ?? word ?? "";
    if (minus) not.push(term);
    else if (phrase === undefined) words.push(term);
    else phrases.push(term);
  }
  if (words.length + phrases.length === 0 && not.length > 0)
    remarks.push("Say also what to look for, not only what to leave out.");
  return { words, phrases, not, text, remarks };
}
