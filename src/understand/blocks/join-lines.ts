import type { Inline } from "../../terms/index.ts";
import { isJoinedScript } from "./is-joined-script.ts";
import { letterCaseAt } from "./letter-case.ts";
import type { Line } from "./line.ts";

/** After a hanging hyphen (`pre- and post-war`) a space stays. */
const HANGING = /^(?:and|or|nor|to|und|oder|bis|et|ou|y|и|или)(?!\p{L})/u;

/** Before a capital only these are joined: `non-` + `Catholic`; any other hyphen may be a speech broken off. */
const PREFIX = /(?<!\p{L})(?:non|anti|ex|pre|post|pro|mid|semi|trans|all|half)-$/iu;

/**
 * Joins the lines of a paragraph into words: white space inside a range is shown as one space, a gap between two
 * ranges as nothing.
 *
 * Shape: usually one range over all lines; more where quote signs stand between, or where two lines join without a
 * space (`well-` + `known`, `wait--` + `what`, Han and kana).
 */
export function joinLines(text: string, lines: readonly Line[]): Inline[] {
  const inlines: Inline[] = [];
  let start = lines[0]!.start;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1]!;
    const close = joinsWithoutSpace(text, line, next);
    if (!close && next.depth === 0) continue;
    // With a space the range takes in the line end, which is shown as one.
    inlines.push({ kind: "text", range: { start, end: close ? line.end : line.end + 1 } });
    start = next.start;
  }
  inlines.push({ kind: "text", range: { start, end: lines.at(-1)!.end } });
  return inlines;
}

/** Keeps the lines of verse or of a chat as lines. */
export function keepLines(lines: readonly Line[]): Inline[] {
  const inlines: Inline[] = [];
  for (const line of lines) {
    const previous = inlines.at(-1);
    if (previous !== undefined) {
      inlines.push({
        kind: "line-break",
        range: { start: previous.range.end, end: previous.range.end + 1 },
      });
    }
    inlines.push({ kind: "text", range: { start: line.start, end: line.end } });
  }
  return inlines;
}

function joinsWithoutSpace(text: string, line: Line, next: Line): boolean {
  const last = text.charCodeAt(line.end - 1);
  if (last === 45) {
    const before = line.end - 2;
    if (before < line.start) return false;
    if (text.charCodeAt(before) === 45)
      return isWord(text, before - 1, line) && letterCaseAt(text, next.start) !== "none";
    if (letterCaseAt(text, before) !== "lower") return false;
    const first = letterCaseAt(text, next.start);
    if (first === "upper") return PREFIX.test(text.slice(Math.max(line.start, line.end - 8), line.end));
    if (first !== "lower") return false;
    return !HANGING.test(text.slice(next.start, Math.min(next.end, next.start + 6)));
  }
  if (last === 0x2014) return isWord(text, line.end - 2, line);
  return isJoinedScript(last) && isJoinedScript(text.charCodeAt(next.start));
}

function isWord(text: string, at: number, line: Line): boolean {
  return at >= line.start && letterCaseAt(text, at) !== "none";
}
