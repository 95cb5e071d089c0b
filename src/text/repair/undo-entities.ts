import { decodeText } from "../decode-text.ts";
import type { Edit } from "./edit.ts";

const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00a0",
  iexcl: "¡",
  pound: "£",
  sect: "§",
  copy: "©",
  laquo: "«",
  reg: "®",
  deg: "°",
  frac14: "¼",
  frac12: "½",
  frac34: "¾",
  raquo: "»",
  iquest: "¿",
  times: "×",
  szlig: "ß",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  bull: "•",
  trade: "™",
  euro: "€",
  hearts: "♥",
  aelig: "æ",
  AElig: "Æ",
  oslash: "ø",
  Oslash: "Ø",
  aring: "å",
  Aring: "Å",
  oelig: "œ",
  OElig: "Œ",
};
const ACCENTED = /^([A-Za-z])(acute|grave|circ|tilde|uml|cedil|caron)$/;
const MARKS: Readonly<Record<string, string>> = {
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
  cedil: "\u0327",
  caron: "\u030c",
};
const PLACES = /&(?:#(\d{2,7})|#[xX]([0-9A-Fa-f]{2,6})|([A-Za-z]{2,7}\d{0,2}));/g;
const TAG =
  /<\/?(?:p|br|i|b|em|strong|hr|div|span|a|font|center|u|h[1-6]|html|body|blockquote)\b[^<>]{0,200}>/i;
const LEAST_PLACES = 2;
const DETAIL = "HTML signs in a text without HTML.";

/**
 * Finds HTML character references in plain text: `&quot;`, `&#8217;`, `&eacute;`.
 *
 * Only in a text without tags, where they are the markup's own, and only when there are several.
 */
export function undoEntities(text: string): Edit[] {
  if (!text.includes("&") || TAG.test(text)) return [];
  const edits: Edit[] = [];
  for (const { 0: place, 1: decimal, 2: hex, 3: name, index: start } of text.matchAll(PLACES)) {
    const replacement = name === undefined ? readNumber(decimal, hex) : readName(name);
    if (replacement === undefined) continue;
    edits.push({ start, end: start + place.length, replacement, code: "T-008", detail: DETAIL });
  }
  return edits.length < LEAST_PLACES ? [] : edits;
}

/** Codes 128 to 159 mean windows-1252, as in every browser. */
function readNumber(decimal: string | undefined, hex: string | undefined): string | undefined {
  const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  if (point >= 0x80 && point < 0xa0) return decodeText(Uint8Array.of(point), "windows-1252").text;
  const known = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) && point !== 0x7f;
  return known ? String.fromCodePoint(point) : undefined;
}

function readName(name: string): string | undefined {
  const accented = ACCENTED.exec(name);
  if (accented === null) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const letter = `${accented[1]}${MARKS[accented[2] as string]}`.normalize("NFC");
  return letter.length === 1 ? letter : undefined;
}
