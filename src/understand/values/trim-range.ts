import type { TextRange } from "../../terms/index.ts";
import { isSpace } from "../lines/make-line-table.ts";

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "«": "»",
  "„": "“",
  "‘": "’",
  "'": "'",
  "*": "*",
  _: "_",
  "~": "~",
  "(": ")",
  "[": "]",
  "<": ">",
};

/** Gives the range without white space at its ends. */
export function trimRange(text: string, from: number, to: number): TextRange {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Gives the range without matching quotes or marks around the whole of it. */
export function unwrapRange(text: string, range: TextRange, openers = "\"“«„‘'*_~"): TextRange {
  let { start, end } = trimRange(text, range.start, range.end);
  while (end - start > 2) {
    const open = text[start] ?? "";
    const close = QUOTES[open];
    if (close === undefined || !openers.includes(open) || text[end - 1] !== close) break;
    const inner = text.slice(start + 1, end - 1);
    if (inner.includes(open) && open !== "'") break;
    ({ start, end } = trimRange(text, start + 1, end - 1));
  }
  return { start, end };
}
