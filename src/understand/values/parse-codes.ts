import type { TextRange } from "../../terms/index.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { splitList } from "./split-list.ts";
import type { ValuePart } from "./value-part.ts";

const NAME = "\\p{Lu}[\\p{L}\\d.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*)?";
const PAIR = new RegExp(`^(?:${NAME}(?:/${NAME})+|\\d{1,2}(?:[xX+]\\d{1,2})+)$`, "u");
const RATED = /^rated:?\s+/i;
const RATED_INSIDE = /[.,;([]\s*rated:?\s+([A-Z][A-Z\d+-]*)(?=[.,;)\]])/i;
const STATUS =
  /[\s([-]+(?:complete|completed|finished|finis|end|wip|new|repost|revised|final|update|updated)[)\]!.\s]*$/i;
const FIRST_GROUP = 4;
const MOST_WORDS = 12;

/** Codes found at the end of a line, and where they begin. */
export interface TrailingCodes {
  readonly start: number;
  readonly parts: readonly ValuePart[];
}

/**
 * Gives the pairings and the rating of a line that is nothing but codes and perhaps a remark: `[PG]`, `(gen, G, for Ann)`, `Nessa/Ruth, R`.
 *
 * A lone letter counts only in brackets, and words alone never do.
 */
export function parseCodeLine(
  text: string,
  range: TextRange,
  lexicon: Lexicon,
): readonly ValuePart[] | undefined {
  const words = text.slice(range.start, range.end);
  if (words.length > 90 || words.split(/\s+/).length > MOST_WORDS || /["“”]/.test(words)) return undefined;
  const bracketed = /^[([{<].*[)\]}>]$/.test(words);
  const told = bracketed ? RATED_INSIDE.exec(words) : null;
  if (told?.[1] !== undefined) {
    const start = range.start + told.index + told[0].length - told[1].length;
    const rating = lexicon.ratings.get(told[1].toLowerCase());
    if (rating !== undefined)
      return [{ start, end: start + told[1].length, field: "rating", value: rating.id }];
  }
  const inner = bracketed ? { start: range.start + 1, end: range.end - 1 } : range;
  const items = splitList(text, inner.start, inner.end);
  const [first] = items;
  if (first === undefined || codeOf(text, first, lexicon) === undefined) return undefined;
  const codes = items.slice(0, FIRST_GROUP).map((item) => codeOf(text, item, lexicon));
  const parts = codes.flatMap((code) => code?.part ?? []);
  const rating = parts.find(({ field }) => field === "rating");
  if (rating === undefined || codes[0] === undefined) return undefined;
  if (items.length === 1)
    return bracketed || (rating.end - rating.start > 1 && rating.start === range.start) ? parts : undefined;
  return codes.filter((code) => code !== undefined).length > 1 || bracketed ? parts : undefined;
}

/** Gives the codes a subject or first line ends in: `(1x2) [PG]`, `Nessa/Ruth, R`, `(S/X, LEDGER)`. */
export function parseTrailingCodes(
  text: string,
  range: TextRange,
  lexicon: Lexicon,
): TrailingCodes | undefined {
  const parts: ValuePart[] = [];
  let end = range.end - (STATUS.exec(text.slice(range.start, range.end))?.[0].length ?? 0);
  let start = range.end;
  for (;;) {
    while (end > range.start && /[\s,;]/.test(text[end - 1] ?? "")) end--;
    const group = groupBefore(text, range.start, end) ?? wordBefore(text, range.start, end);
    if (group === undefined) break;
    const found = splitList(text, group.inner.start, group.inner.end).map((item) =>
      codeOf(text, item, lexicon),
    );
    const bare = group.inner.start === group.start;
    if (bare ? found[0] === undefined : found.every((code) => code === undefined)) break;
    parts.unshift(...found.flatMap((code) => code?.part ?? []));
    start = group.start;
    end = group.start;
  }
  const letter =
    parts.length === 1 && parts[0]?.field === "rating" && text.slice(start, range.end).trim().length === 1;
  return parts.length === 0 || letter || start <= range.start ? undefined : { start, parts };
}

interface Group extends TextRange {
  readonly inner: TextRange;
}

function groupBefore(text: string, from: number, end: number): Group | undefined {
  const close = text[end - 1];
  const open = close === ")" ? "(" : close === "]" ? "[" : undefined;
  if (open === undefined) return undefined;
  const at = text.slice(from, end - 1).lastIndexOf(open);
  const start = from + at;
  return at === -1 ? undefined : { start, end, inner: { start: start + 1, end: end - 1 } };
}

function wordBefore(text: string, from: number, end: number): Group | undefined {
  let start = end;
  while (start > from && !/[\s,;]/.test(text[start - 1] ?? "")) start--;
  return start === end || start === from ? undefined : { start, end, inner: { start, end } };
}

function codeOf(text: string, item: TextRange, lexicon: Lexicon): { readonly part?: ValuePart } | undefined {
  const lead = RATED.exec(text.slice(item.start, item.end))?.[0].length ?? 0;
  const start = item.start + lead;
  const written = text.slice(start, item.end).replace(/[.!]+$/, "");
  const end = start + written.length;
  const rating = written === written.toUpperCase() ? lexicon.ratings.get(written.toLowerCase()) : undefined;
  if (rating !== undefined && /^\p{Lu}/u.test(written))
    return { part: { start, end, field: "rating", value: rating.id } };
  if (PAIR.test(written)) return { part: { start, end, field: "pairing" } };
  return lexicon.pairingKinds.has(written.toLowerCase()) && written.length > 2 ? {} : undefined;
}
