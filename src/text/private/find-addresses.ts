import type { TextRange } from "../../terms/index.ts";
import {
  ADDRESS_LABEL,
  BOX_BEFORE,
  BRITISH_AREA,
  GERMAN_STREET_BEFORE,
  STATE_BEFORE,
  STATE_NAME_BEFORE,
  STREET_LINE,
} from "./address-words.ts";
import { growAddress } from "./grow-address.ts";
import type { PrivateSpan } from "./private-span.ts";

const ZIP = /\d{5}(?:-\d{4})?(?![\p{L}\d])/uy;
const BRITISH_CODE = /([A-Z]{1,2})\d[A-Z\d]?[ \t]{1,2}\d[A-Z]{2}(?![\p{L}\d])/uy;
const CANADIAN_CODE = /[ABCEGHJ-NPRSTVXY]\d[A-Z][ \t-]?\d[A-Z]\d(?![\p{L}\d])/uy;
const GERMAN_CODE =
  /\d{4,5}[ \t]{1,2}\p{Lu}\p{L}{2,30}(?:[ \t](?:am|an der|bei|im|in|ob der)?[ \t]?\p{Lu}[\p{L}.]{2,20})?/uy;
const COUNTRY_MARK = /(?:^|[\s,(])(?:D|DE|A|AT|CH)[ \t]?[-–][ \t]?$/;
const AUSTRALIAN_BEFORE = /(?:^|[\s,])(?:NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|ACT|NT)[.,]?[ \t]{1,3}$/;
/** Capitals, as post codes have them before a digit; `#` and `x`, as boxes have. */
const LETTER_CODE: ReadonlySet<number> = new Set(Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ#x", "latin1"));
const HOUSE_NUMBER = /\d{1,4}[ \t]?[a-z]?\b/y;

/**
 * Finds street addresses and post-office boxes: what tells is a post code in its place, then the lines above it.
 *
 * A street and number alone (`4 Example Drive`) counts only in the zones and after a label: characters live somewhere too.
 */
export function findAddresses(
  text: string,
  groups: readonly number[],
  zones: readonly TextRange[],
): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const start of groups) {
    if (!canBeAddress(text, start)) continue;
    const range = readPostCode(text, start) ?? readBox(text, start) ?? readStreet(text, start, zones);
    if (range !== undefined) spans.push({ kind: "address", range });
  }
  return spans;
}

/** A first cheap look: a long number, a letter right before it, or words on one side. */
function canBeAddress(text: string, start: number): boolean {
  if (isDigit(text, start + 3) || LETTER_CODE.has(text.charCodeAt(start - 1))) return true;
  let after = start;
  while (isDigit(text, after)) after++;
  const next = text.charAt(after) === " " ? text.charAt(after + 1) : text.charAt(after + 2);
  if (next >= "A" && next !== "" && !isDigit(text, after + 1)) return true;
  const before = text.charAt(start - 2);
  return (before >= "A" && before !== "") || before === "." || before === "#";
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

function readPostCode(text: string, start: number): TextRange | undefined {
  const before = text.slice(Math.max(0, start - 24), start);
  const zip = matchAt(ZIP, text, start);
  if (zip !== undefined && (STATE_BEFORE.test(before) || STATE_NAME_BEFORE.test(before))) {
    return growAddress(text, { start, end: start + zip.length }, false);
  }
  if (AUSTRALIAN_BEFORE.test(before) && /^\d{4}(?!\d)/.test(text.slice(start, start + 5))) {
    return growAddress(text, { start, end: start + 4 }, false);
  }
  return readLetterCode(text, start) ?? readGermanCode(text, start, before);
}

/** British and Canadian codes begin with letters; both need a street or box above them. */
function readLetterCode(text: string, start: number): TextRange | undefined {
  const letters = /(?<![\p{L}\d])[A-Z]{1,2}$/u.exec(text.slice(Math.max(0, start - 4), start))?.[0];
  if (letters === undefined) return undefined;
  const from = start - letters.length;
  const british = BRITISH_AREA.test(letters) ? matchAt(BRITISH_CODE, text, from) : undefined;
  const code = british ?? (letters.length === 1 ? matchAt(CANADIAN_CODE, text, from) : undefined);
  return code === undefined ? undefined : growAddress(text, { start: from, end: from + code.length }, true);
}

function readGermanCode(text: string, start: number, before: string): TextRange | undefined {
  const town = matchAt(GERMAN_CODE, text, start);
  if (town === undefined) return undefined;
  const mark = COUNTRY_MARK.exec(before)?.[0].trimStart().length ?? 0;
  const isFive = /^\d{5}/.test(town);
  if (mark === 0 && !(isFive && /(?:^|\n|, ?)[> \t]*$/.test(before))) return undefined;
  return growAddress(text, { start: start - mark, end: start + town.length }, true);
}

function readBox(text: string, start: number): TextRange | undefined {
  const before = BOX_BEFORE.exec(text.slice(Math.max(0, start - 30), start))?.[0];
  const number = /^\d{1,6}(?:[ ]\d{2,3}){0,2}/.exec(text.slice(start, start + 14))?.[0];
  if (before === undefined || number === undefined) return undefined;
  return { start: start - before.length, end: start + number.length };
}

function readStreet(text: string, start: number, zones: readonly TextRange[]): TextRange | undefined {
  const line = matchAt(STREET_LINE, text, start);
  const german = line === undefined ? readGermanStreet(text, start) : undefined;
  const range = line === undefined ? german : { start, end: start + line.length };
  if (range === undefined) return undefined;
  const inZone = zones.some((zone) => range.start >= zone.start && range.end <= zone.end);
  return inZone || ADDRESS_LABEL.test(text.slice(Math.max(0, range.start - 40), range.start))
    ? range
    : undefined;
}

function readGermanStreet(text: string, start: number): TextRange | undefined {
  const street = GERMAN_STREET_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[0];
  const number = street === undefined ? undefined : matchAt(HOUSE_NUMBER, text, start);
  if (street === undefined || number === undefined) return undefined;
  return { start: start - street.length, end: start + number.length };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
