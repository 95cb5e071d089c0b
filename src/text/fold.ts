import { foldLetters } from "./fold-letters.ts";

const ASCII = /^[\x20-\x7e]*$/;
const SINGLE_QUOTES = /[‘’‚‛‹›ʼ´`]/g;
const DOUBLE_QUOTES = /[“”„‟«»]/g;
const DASHES = /[‐‑‒–—―−]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const WHITE_SPACE = /\s+/g;
const OUTER_PUNCTUATION = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;
const OUTER_ASCII = /^[^a-z0-9]+|[^a-z0-9]+$/g;

/**
 * Gives the form of a short text by which two spellings are the same: for matching, never for showing.
 *
 * Shape: lower case, compatibility form, no accents on Latin and Greek letters, straight quotes, plain hyphens, white space joined
 * to single blanks, no punctuation outside. A text of punctuation only keeps it, so that a title `...` still has a key.
 * Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return trimOuter(text.toLowerCase().replace(WHITE_SPACE, " "), OUTER_ASCII);
  const plain = foldLetters(text)
    .replace(INVISIBLE, "")
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, "-")
    .replace(WHITE_SPACE, " ");
  return trimOuter(plain, OUTER_PUNCTUATION);
}

function trimOuter(text: string, outer: RegExp): string {
  const trimmed = text.replace(outer, "");
  return trimmed === "" ? text.trim() : trimmed;
}
