import type { TextRange } from "../../terms/index.ts";
import { ADDRESS_LINE, STREET_AT_END } from "./address-words.ts";

/** Between the name and the town stand at most this many lines. */
const MOST_LINES = 3;
const LONGEST_LINE = 60;
const LONGEST_LOOK = 200;
/** A line above the code may be a house's or a village's name. */
const NAME_ONLY = /^[\p{Lu}][\p{L}'. -]{2,30},?$/u;
const TOWN_WORDS = /(?:\p{Lu}[\p{L}'.-]{1,20},?[ \t]+){1,3}(?:\p{Lu}[\p{L}.]{1,14},?[ \t]+)?$/u;
const STREET_START = /(?:(?<![\p{L}\d])\d{1,6}[A-Za-z]?,?[ \t]|P\.?[ \t]?O\.?[ \t]?Box[ \t#]*\d*)/giu;
/** `Am Beispiel 3, `: the house number stands last. */
const GERMAN_STREET = /(?:\p{Lu}[\p{L}.-]{1,30}[ \t]){1,3}\d{1,4}[ ]?[a-z]?,[ \t]*$/u;
const BOX = /\bBox\b/i;
/** A word in small letters that no address has. */
const PROSE_WORD = /(?<![\p{L}.])(?!(?:apt|am|an|der|bei|im|of|the|box)\b)\p{Ll}{3,}/u;
const LINE_MARKS = /^[>|:*# \t]*(?:\p{L}[\p{L} ]{2,14}:[ \t]*)?/u;

/**
 * Grows the range of a post code to the left: the town before it, the street and the box in the lines above.
 *
 * @param needsStreet - For codes that could be something else: gives `undefined` when no street or box stands before them.
 */
export function growAddress(text: string, code: TextRange, needsStreet: boolean): TextRange | undefined {
  const lineStart = findLineStart(text, code.start);
  const segment = text.slice(Math.max(lineStart, code.start - 120), code.start);
  const segmentStart = code.start - segment.length;
  const street = findStreetStart(segment);
  if (street !== undefined) return { start: segmentStart + street, end: code.end };
  const marks = LINE_MARKS.exec(segment)?.[0].length ?? 0;
  const isOwnLine = segmentStart === lineStart && segment.length - marks <= LONGEST_LINE;
  if (!isOwnLine) {
    const town = TOWN_WORDS.exec(segment)?.[0].length ?? 0;
    return needsStreet ? undefined : { start: code.start - town, end: code.end };
  }
  const above = growUpwards(text, lineStart);
  if (needsStreet && above === lineStart) return undefined;
  return { start: above === lineStart ? segmentStart + marks : above, end: code.end };
}

/** The first number from which on only the words of an address follow; so that a sentence before it stays. */
function findStreetStart(segment: string): number | undefined {
  const tail = segment.slice(-90);
  const german = GERMAN_STREET.exec(tail);
  if (german !== null) return segment.length - tail.length + german.index;
  for (const match of tail.matchAll(STREET_START)) {
    const words = tail.slice(match.index);
    if (!PROSE_WORD.test(words) && (/\p{Lu}\p{L}+[^]*,/u.test(words) || BOX.test(words))) {
      return segment.length - tail.length + match.index;
    }
  }
  return undefined;
}

/** Gives the start of the first line that belongs to the address, or the line's own start when none above does. */
function growUpwards(text: string, lineStart: number): number {
  let start = lineStart;
  let certain = lineStart;
  for (let lines = 0; lines < MOST_LINES && start > 0; lines++) {
    const above = findLineStart(text, start - 1);
    const line = text.slice(Math.max(above, start - 120), start);
    const marks = LINE_MARKS.exec(line)?.[0].length ?? 0;
    const words = line.slice(marks).trim();
    const street = ADDRESS_LINE.test(words) ? null : STREET_AT_END.exec(line.trimEnd());
    if (street !== null) return start - line.length + street.index;
    if (words === "" || words.length > LONGEST_LINE) break;
    start = above;
    if (ADDRESS_LINE.test(words)) certain = above + marks;
    else if (!NAME_ONLY.test(words)) break;
  }
  return certain;
}

/** Looks back no farther than an address reaches; a longer line is prose. */
function findLineStart(text: string, at: number): number {
  const from = Math.max(0, at - LONGEST_LOOK);
  const feed = text.slice(from, Math.max(from, at)).lastIndexOf("\n");
  return feed === -1 ? from : from + feed + 1;
}
