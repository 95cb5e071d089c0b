import { isLetterOrDigit } from "../lines/is-letter.ts";
import { isSpace } from "../lines/make-line-table.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { foldLabel } from "../lexicon/fold-label.ts";
import type { LabelHit } from "./label-hit.ts";
import { lookUpLabel } from "./look-up-label.ts";
import { findInnerLabels } from "./find-inner-labels.ts";

const LABEL_REACH = 64;
const DECORATION = " \t\u00a0*_#>~+-=•·●■[({<|";
const BARE_FIELDS: ReadonlySet<string> = new Set(["rating", "author", "title", "fandom", "pairing"]);
/** Signs that stand on both sides of a label: `#Title# Some Words`. */
const FENCES: ReadonlySet<string> = new Set(["#", "+", "~", "_", "|", "•"]);
const CLOSING = "*_])}>/'\"”";

/**
 * Gives the labels of one line, in order: one at its start (behind bullets, stars, brackets), more within its value.
 *
 * Empty when the line does not start with a label.
 */
export function readLabels(text: string, from: number, to: number, lexicon: Lexicon): readonly LabelHit[] {
  const first = readFirstLabel(text, from, to, lexicon);
  if (first === undefined) return [];
  return findInnerLabels(text, first, lexicon);
}

function readFirstLabel(text: string, from: number, to: number, lexicon: Lexicon): LabelHit | undefined {
  const start = skipDecoration(text, from, to);
  if (start >= to) return undefined;
  const opener = text.charCodeAt(start);
  if (!isLetterOrDigit(opener)) return undefined;
  const colon = findColon(text, start, to);
  if (colon !== -1) {
    const label = trimEnd(text, start, colon);
    const meaning = lookUpLabel(text.slice(start, label), lexicon);
    const hit = {
      label: { start, end: label },
      ...meaning,
      value: valueAfter(text, colon + 1, to),
    };
    if (meaning.strength !== "unknown") return hit;
    if (looksLikeLabel(text.slice(start, label))) return readBareLabel(text, start, to, lexicon) ?? hit;
  }
  return readBareLabel(text, start, to, lexicon);
}

/** A label with another separator than a colon, or none: only known ones, only as the first words of a line. */
function readBareLabel(text: string, start: number, to: number, lexicon: Lexicon): LabelHit | undefined {
  if (!isCapital(text, start) || !lexicon.labelOpeners.has(firstWord(text, start, to))) return undefined;
  const before = text[start - 1] ?? "";
  const fence = before === "(" ? ")" : FENCES.has(before) ? before : undefined;
  let best: LabelHit | undefined;
  let at = start;
  for (let words = 0; words < 5 && at < to && at - start < LABEL_REACH; words++) {
    while (at < to && !isSpace(text.charCodeAt(at)) && !isBareSeparator(text, at) && text[at] !== fence) at++;
    const folded = foldLabel(text.slice(start, at));
    const dashed = text[at] === "-" && text.startsWith("----", at);
    const derived = dashed ? lookUpLabel(text.slice(start, at), lexicon) : undefined;
    const rows = lexicon.labels.get(folded) ?? (derived?.strength === "derived" ? derived.rows : undefined);
    if (rows !== undefined && text.slice(start, start + 1) !== text.slice(start, start + 1).toLowerCase()) {
      const separated = bareSeparatorEnd(text, at, to, fence);
      const weak = rows.some((row) => row.weak.has(folded));
      const short = to - start < 60 && rows.some((row) => BARE_FIELDS.has(row.field));
      if (separated !== -1 || at >= to || (short && (!weak || folded === "rated"))) {
        best = {
          label: { start, end: at },
          folded,
          rows,
          strength:
            separated !== -1
              ? weak
                ? "weak"
                : "known"
              : folded === "rated" && opensWithRating(text, at, to, lexicon)
                ? "known"
                : "bare",
          value: valueAfter(text, separated === -1 ? at : separated, to),
        };
        if (separated !== -1) return best;
      }
    }
    if (at < to && (isBareSeparator(text, at) || text[at] === fence)) break;
    while (at < to && isSpace(text.charCodeAt(at))) {
      if (text.charCodeAt(at) === 9) return best;
      at++;
    }
  }
  return best;
}

/** "Rated PG for ...": the word after it settles that it is a label. */
function opensWithRating(text: string, at: number, to: number, lexicon: Lexicon): boolean {
  const word = /^\s+([A-Z][A-Z\d+-]*)(?![\p{L}\d])/u.exec(text.slice(at, Math.min(to, at + 16)))?.[1];
  return word !== undefined && lexicon.ratings.has(word.toLowerCase());
}

function isBareSeparator(text: string, at: number): boolean {
  const unit = text[at];
  return (
    unit === "=" ||
    unit === "?" ||
    unit === "*" ||
    unit === "–" ||
    unit === "—" ||
    unit === "]" ||
    (unit === "-" && text[at + 1] === "-") ||
    (unit === "." && text[at + 1] === ".")
  );
}

/** Gives where the value begins after ` - `, `--`, `=`, a tab, dots or a costume such as `*tongue*`; -1 when none. */
function bareSeparatorEnd(text: string, from: number, to: number, fence: string | undefined): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === 32) at++;
  const unit = text[at];
  if (at >= to) return -1;
  if (fence !== undefined && unit === fence && at === from && isSpace(text.charCodeAt(at + 1))) return at + 1;
  if (unit === "?" && at === from) return at + 1;
  if (unit === "*" && at === from) {
    const close = text.indexOf("*", at + 1);
    return close !== -1 && close - at < 16 ? close + 1 : at + 1;
  }
  if (unit === "=" || unit === "\t" || (unit === "]" && text[at + 1] !== "[")) return at + 1;
  if (unit === "-" || unit === "–" || unit === "—" || unit === ".") {
    let stop = at;
    while (stop < to && text[stop] === unit) stop++;
    if (unit === "." && stop - at < 2) return -1;
    const spaced = at > from || stop - at > 1;
    return spaced && (stop >= to || isSpace(text.charCodeAt(stop)) || stop - at > 1) ? stop : -1;
  }
  return -1;
}

function findColon(text: string, from: number, to: number): number {
  const reach = Math.min(to, from + LABEL_REACH);
  for (let at = from; at < reach; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 58 || unit === 0xff1a) {
      if (text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47) return -1;
      return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)) ? -1 : at;
    }
    if (unit === 34 || unit === 0x201c || unit === 59) return -1;
    if (unit === 44 && /\p{Ll}/u.test(text.slice(from, at))) return -1;
    if (
      (unit === 46 || unit === 33 || unit === 63) &&
      isSpace(text.charCodeAt(at + 1)) &&
      /[a-z]/.test(text[at - 2] ?? "")
    ) {
      if (!/^[.!?\s]*:/.test(text.slice(at, at + 24))) return -1;
    }
  }
  return -1;
}

function looksLikeLabel(written: string): boolean {
  const words = written.split(/\s+/);
  if (words.length > 5 || written.length > 40 || !/^\p{Lu}/u.test(written) || /[.!?,;"]/.test(written))
    return false;
  return words.length <= 2 || words.filter((word) => /^[\p{Lu}\d(]/u.test(word)).length * 2 >= words.length;
}

function skipDecoration(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && DECORATION.includes(text[at] ?? "")) {
    if (text[at] === "<") {
      const close = text.indexOf(">", at);
      if (close === -1 || close - at > 12) return to;
      at = close;
    }
    at++;
  }
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    (isSpace(text.charCodeAt(end - 1)) || CLOSING.includes(text[end - 1] ?? "") || text[end - 1] === ".")
  )
    end--;
  return end;
}

/** Gives the value behind a separator: repeated separators, closing marks and white space left out. */
function valueAfter(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  while (
    start < to &&
    (isSpace(text.charCodeAt(start)) || ":=".includes(text[start] ?? "") || isLeadingMark(text, start, to))
  )
    start++;
  let end = to;
  while (end > start && (isSpace(text.charCodeAt(end - 1)) || "|~".includes(text[end - 1] ?? ""))) end--;
  return { start, end };
}

function isLeadingMark(text: string, at: number, to: number): boolean {
  const unit = text[at] ?? "";
  if (unit === "<" && /^<\/?[a-z]{1,6}>/i.test(text.slice(at, at + 9))) return true;
  if (unit === ">" && /<\/?[a-z]{1,6}$/i.test(text.slice(Math.max(0, at - 8), at))) return true;
  if (unit === "*" || unit === "_") return /^[*_]{1,3}(?:\s|$)/.test(text.slice(at, Math.min(to, at + 4)));
  if (unit === "-" || unit === "–") return text[at - 1] === ":" || /^[-–]+\s/.test(text.slice(at, at + 8));
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function firstWord(text: string, from: number, to: number): string {
  let at = from;
  while (at < to && at < from + 24 && isLetterOrDigit(text.charCodeAt(at))) at++;
  return text.slice(from, at).toLowerCase();
}

function isCapital(text: string, at: number): boolean {
  const sign = text[at] ?? "";
  return sign !== sign.toLowerCase();
}
