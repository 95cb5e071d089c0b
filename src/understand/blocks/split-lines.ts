import type { TextRange } from "../../terms/index.ts";
import { isBlankCode } from "./is-blank-code.ts";
import type { Line } from "./line.ts";

/** Lines beyond this are not looked at one by one; only a file made to hurt has so many. */
const MAX_LINES = 2_000_000;

/**
 * Splits a body into its lines with visible characters.
 *
 * Shape: in order; blank lines are counted in the `gap` of the next line. `restStart` is where it stopped looking:
 * the end of the body, but for absurdly many lines.
 */
export function splitLines(
  text: string,
  body: TextRange,
): { readonly lines: Line[]; readonly restStart: number } {
  const lines: Line[] = [];
  const { end } = body;
  let at = body.start;
  let gap = 0;
  let page = false;
  while (at < end) {
    if (lines.length === MAX_LINES) return { lines, restStart: at };
    const lead = at;
    let indent = 0;
    let code = 0;
    while (at < end) {
      code = text.charCodeAt(at);
      if (code === 10 || code === 13 || code === 12 || !isBlankCode(code)) break;
      indent = code === 9 ? indent + 8 - (indent % 8) : indent + (code === 0x3000 ? 2 : 1);
      at++;
    }
    const start = at;
    at = findLineEnd(text, at, end);
    let last = at;
    while (last > start && isBlankCode(text.charCodeAt(last - 1))) last--;
    if (last > start) {
      lines.push({ lead, start, end: last, indent, gap, page, depth: 0 });
      gap = 0;
      page = false;
    } else {
      gap++;
    }
    code = text.charCodeAt(at);
    if (code === 12) {
      page = true;
      // The rest of the line of a form feed is not a blank line of its own.
      if (last === start) gap--;
    }
    at += code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
  }
  return { lines, restStart: end };
}

function findLineEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code <= 13 && (code === 10 || code === 13 || code === 12)) return at;
    if (code === 0x2028 || code === 0x2029) return at;
    at++;
  }
  return end;
}
