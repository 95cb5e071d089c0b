import { isLetterOrDigit } from "../lines/is-letter.ts";
import { isSpace } from "../lines/make-line-table.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import type { LabelHit } from "./label-hit.ts";
import { foldLabel } from "../lexicon/fold-label.ts";

const SHORT_FIELDS = new Set([
  "title",
  "author",
  "email",
  "rating",
  "category",
  "genre",
  "date",
  "status",
  "word-count",
  "part",
  "character",
  "fandom",
  "pairing",
  "keywords",
  "challenge",
  "unknown",
  "series",
  "warning",
]);
const MOST_INNER = 40;
const LONGEST = 40;
/** Beyond this a value is prose, and a colon in it means nothing. */
const REACH = 20_000;

/**
 * Gives a label and the labels that follow inside its value: several on a line, or glued where line breaks were lost.
 *
 * The value of each ends where the next label begins.
 */
export function findInnerLabels(text: string, first: LabelHit, lexicon: Lexicon): readonly LabelHit[] {
  if (first.strength === "unknown") return [first];
  const hits: LabelHit[] = [first];
  const to = Math.min(first.value.end, first.value.start + REACH);
  let current = first;
  let colon = text.indexOf(":", first.value.start);
  while (colon !== -1 && colon < to && hits.length < MOST_INNER) {
    const inner = labelBefore(text, current, colon, lexicon);
    if (inner !== undefined) {
      hits[hits.length - 1] = {
        ...current,
        value: { start: current.value.start, end: trimmedEnd(text, current.value.start, inner.label.start) },
      };
      current = {
        ...inner,
        value: { start: skipSpace(text, colon + 1, first.value.end), end: first.value.end },
      };
      hits.push(current);
    }
    colon = text.indexOf(":", colon + 1);
  }
  return hits;
}

function labelBefore(text: string, current: LabelHit, colon: number, lexicon: Lexicon): LabelHit | undefined {
  let end = colon;
  while (end > current.value.start && isSpace(text.charCodeAt(end - 1))) end--;
  const floor = Math.max(current.value.start, end - LONGEST);
  let found: LabelHit | undefined;
  for (let at = end - 1; at >= floor; at--) {
    if (!isCapital(text, at)) {
      if (/[.!?;,"]/.test(text[at] ?? "") && isSpace(text.charCodeAt(at + 1))) break;
      continue;
    }
    const folded = foldLabel(text.slice(at, end));
    const rows = lexicon.labels.get(folded);
    if (
      rows !== undefined &&
      mayStandAt(
        text,
        at,
        current,
        rows.some((row) => row.weak.has(folded)),
        folded,
      )
    ) {
      found = {
        label: { start: at, end },
        folded,
        rows,
        strength: "known",
        value: { start: colon + 1, end: colon + 1 },
      };
    }
  }
  return found;
}

function mayStandAt(text: string, at: number, current: LabelHit, weak: boolean, folded: string): boolean {
  if (at === current.value.start) return !weak;
  const before = text[at - 1] ?? " ";
  const apart =
    before === "\t" ||
    before === "|" ||
    before === "•" ||
    (before === " " && (text[at - 2] === " " || text[at - 2] === "|" || text[at - 2] === ";"));
  if (apart) return true;
  const isShort = current.rows.some((row) => SHORT_FIELDS.has(row.field)) && at - current.value.start < 60;
  if (weak) return isShort && folded.length > 3 && !isLetterOrDigit(before.charCodeAt(0));
  if (isLetterOrDigit(before.charCodeAt(0)))
    return (
      (at - current.value.start === 1 && current.rows.some(({ field }) => field === "rating")) ||
      !isCapital(text, at - 1) ||
      /[A-Z\d]{2}$/.test(text.slice(at - 2, at))
    );
  return folded.length > 2;
}

function isCapital(text: string, at: number): boolean {
  const sign = text[at] ?? "";
  return sign !== sign.toLowerCase();
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (isSpace(text.charCodeAt(end - 1)) || "|•;[(*".includes(text[end - 1] ?? ""))) end--;
  return end;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}
