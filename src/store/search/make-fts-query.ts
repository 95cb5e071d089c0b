import type { SearchQuery } from "./search-index.ts";

/** More terms or longer ones than anybody types; the rest is left out, as FTS5 refuses deep expressions. */
const MOST_TERMS = 32;
const LONGEST_TERM = 200;

/** A query in the syntax of FTS5. */
export interface FtsQuery {
  /** All of these must be there. */
  readonly all: string;
  /** Any of these must not; undefined when there are none. */
  readonly none: string | undefined;
}

/**
 * Writes a query in the syntax of FTS5, every term quoted, so that nothing in it is syntax.
 *
 * @returns Undefined when there is nothing to look for: no letter and no digit in any word or phrase.
 */
export function makeFtsQuery({ words, phrases, not }: SearchQuery): FtsQuery | undefined {
  const all = [...words, ...phrases].flatMap(quoteTerm).slice(0, MOST_TERMS);
  if (all.length === 0) return undefined;
  const none = not.flatMap(quoteTerm).slice(0, MOST_TERMS);
  return { all: all.join(" AND "), none: none.length === 0 ? undefined : none.join(" OR ") };
}

/** A quoted string of several words is a phrase to FTS5, which is right for "don't" as well. */
function quoteTerm(term: string): readonly string[] {
  const clean = term.slice(0, LONGEST_TERM).replaceAll("\0", " ");
  return /[\p{L}\p{N}\p{Co}]/u.test(clean) ? [`"${clean.replaceAll('"', '""')}"`] : [];
}
