import type { TextRange } from "../terms/index.ts";
import { foldLetters } from "./fold-letters.ts";

/** For each ASCII code: its folded letter or digit, or 0 when it is left out. */
const ASCII_KEPT: Uint8Array = makeAsciiTable();

/** 0 for what is left out, else 1: a table, as no processor can foresee where a word ends. */
const ADVANCE: Uint8Array = Uint8Array.from({ length: 128 }, (_, kept) => (kept === 0 ? 0 : 1));

const BEYOND_ASCII = /[^\x00-\x7f]/;
const COMBINING = /[\u0300-\u036f]/;
const NOT_KEPT = /[^\p{L}\p{N}\p{M}]+/gu;

/** Folded forms of the characters met; bounded by the number there are. */
const foldedOf = new Map<number, string>();

/**
 * Gives the letters and digits of a stretch of text, folded: equal results mean the same words in the same order.
 *
 * Why: copies of a story differ in wrapping, quotes, dashes and the blank lines of adverts, not in letters.
 */
export function normaliseBody(text: string, range: TextRange): string {
  const start = Math.max(0, range.start);
  const end = Math.min(text.length, range.end);
  const stretch = text.slice(start, Math.max(start, end));
  if (BEYOND_ASCII.test(stretch)) return normaliseAny(stretch);
  return keepAscii(stretch);
}

/** Bytes first: writing and reading a string of ASCII is a copy, and a loop over bytes is quicker than one over letters. */
function keepAscii(stretch: string): string {
  const out = Buffer.from(stretch, "latin1");
  let length = 0;
  for (let at = 0; at < out.length; at++) {
    const kept = ASCII_KEPT[out[at] as number] as number;
    out[length] = kept;
    length += ADVANCE[kept] as number;
  }
  return out.toString("latin1", 0, length);
}

/** The same for texts with other letters. */
function normaliseAny(stretch: string): string {
  const text = COMBINING.test(stretch) ? stretch.normalize("NFC") : stretch;
  let units = new Uint16Array(text.length + 64);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      const kept = ASCII_KEPT[code] as number;
      units[length] = kept;
      length += ADVANCE[kept] as number;
    } else {
      const point = text.codePointAt(at) as number;
      if (point > 0xffff) at++;
      const folded = foldedOf.get(point) ?? foldPoint(point);
      for (let i = 0; i < folded.length; i++) units[length++] = folded.charCodeAt(i);
    }
    // The longest compatibility form has 18 units; 64 are always free.
    if (length + 32 > units.length) units = growUnits(units);
  }
  return Buffer.from(units.buffer, 0, length * 2).toString("utf16le");
}

function growUnits(units: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const grown = new Uint16Array(units.length * 2);
  grown.set(units);
  return grown;
}

function foldPoint(point: number): string {
  const character = String.fromCodePoint(point);
  const folded = foldLetters(character).replace(NOT_KEPT, "");
  foldedOf.set(point, folded);
  return folded;
}

function makeAsciiTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (const letter of "0123456789abcdefghijklmnopqrstuvwxyz") {
    table[letter.charCodeAt(0)] = letter.charCodeAt(0);
    table[letter.toUpperCase().charCodeAt(0)] = letter.charCodeAt(0);
  }
  return table;
}
