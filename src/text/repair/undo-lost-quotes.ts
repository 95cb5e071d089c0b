import type { Edit } from "./edit.ts";

/** A set of signs that one wrong turn made of quotes and dashes. */
interface LostSet {
  readonly detail: string;
  readonly signs: Readonly<Record<string, string>>;
  /** What nobody types: the sign of the apostrophe inside a word. */
  readonly telling: RegExp;
}

const SETS: readonly LostSet[] = [
  {
    detail: "Quotes of a Macintosh that were read as windows-1252.",
    signs: { Õ: "’", Ô: "‘", Ò: "“", Ó: "”", Ñ: "—", É: "…", Ð: "–" },
    telling: /[a-z]Õ(?:s|t|re|ve|ll|d|m)(?![\p{L}])/gu,
  },
  {
    detail: "Quotes of windows-1252 that were read as a DOS charset.",
    signs: { Æ: "’", æ: "‘", ô: "“", ö: "”", ù: "—", û: "–", à: "…" },
    telling: /[a-z]Æ(?:s|t|re|ve|ll|d|m)(?![\p{L}])/gu,
  },
  {
    detail: "Quotes of windows-1252 that lost their high bit on the way were shown as superscripts.",
    signs: { "¹": "’", "³": "“", "²": "”" },
    telling: /[a-z]¹(?:s|t|re|ve|ll|d|m)(?![\p{L}])/gu,
  },
];

const LEAST_PLACES = 2;

/**
 * Finds quotes and dashes that turned into letters on the way between machines: `donÕt`, `donÆt`, `don¹t`.
 *
 * Only when the sign stands for an apostrophe in several English words; a sign of the set that belongs to a word is left.
 */
export function undoLostQuotes(text: string): Edit[] {
  for (const { detail, signs, telling } of SETS) {
    if ((text.match(telling)?.length ?? 0) < LEAST_PLACES) continue;
    const places = new RegExp(`[${Object.keys(signs).join("")}]`, "g");
    const edits: Edit[] = [];
    for (const { 0: sign, index: start } of text.matchAll(places)) {
      if (isOwnLetter(text, start, signs[sign] === "’")) continue;
      edits.push({ start, end: start + 1, replacement: signs[sign] as string, code: "T-006", detail });
    }
    return edits;
  }
  return [];
}

/** A letter between letters belongs to its word, but for the apostrophe. */
function isOwnLetter(text: string, at: number, isApostrophe: boolean): boolean {
  const letter = /\p{L}/u;
  return !isApostrophe && letter.test(text[at - 1] ?? "") && letter.test(text[at + 1] ?? "");
}
