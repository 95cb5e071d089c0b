import { findPhrases } from "../lexicon/phrase-index.ts";
import { splitWords } from "../lexicon/split-words.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import type { ValuePart } from "./value-part.ts";

/** A fandom's name in running text. */
export interface FandomFound extends ValuePart {
  readonly id: string;
  /** Also a common word: trust it only in a statement of rights or under a label. */
  readonly everyday: boolean;
}

/** Gives the fandoms a stretch of text names, as written; `The` in front belongs to the name when it has a capital. */
export function findFandoms(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
): readonly FandomFound[] {
  const list = splitWords(text, from, to);
  const found: FandomFound[] = [];
  for (const hit of findPhrases(lexicon.fandoms, list)) {
    const article =
      list.word[hit.from] === "the" && hit.to - hit.from > 1 && text[list.start[hit.from] ?? 0] === "t";
    const start = list.start[article ? hit.from + 1 : hit.from] ?? from;
    const end = list.end[hit.to - 1] ?? start;
    const written = text.slice(start, end);
    if (
      !/^[\p{Lu}\d]|^(?:xena|x-?files?|buffy|due|sea)/u.test(written) ||
      (hit.to - hit.from > 1 && /[.!?;]\s/.test(written.replace(/\b(?:Dr|Mrs?|vs|Jr)\./g, "")))
    )
      continue;
    if (
      written.length <= 4 &&
      written !== written.toUpperCase() &&
      !/^[A-Z].*[A-Z]/.test(written) &&
      !/^(?:Oz|Xena)$/.test(written)
    )
      continue;
    if (insideAddress(text, start, end)) continue;
    found.push({ start, end, id: hit.value.row.id, everyday: hit.value.everyday });
  }
  return found;
}

function insideAddress(text: string, start: number, end: number): boolean {
  return (
    /[@A-Za-z0-9]$/.test(text.slice(Math.max(0, start - 1), start)) ||
    /^(?:@|\.(?:com|net|org|creative|edu)|\.\w+\.)/i.test(text.slice(end, end + 12)) ||
    /(?:\w\.|\/\/)$/.test(text.slice(Math.max(0, start - 2), start))
  );
}
