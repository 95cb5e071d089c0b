import type { Inline } from "../../terms/index.ts";
import { isBlankCode } from "./is-blank-code.ts";
import { isJoinedScript } from "./is-joined-script.ts";
import { letterCaseAt } from "./letter-case.ts";

interface Mark {
  readonly kind: "emphasis" | "strong" | "underline";
  /** Where the opening signs begin and end, where the closing signs begin and end. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

interface Opener {
  readonly from: number;
  readonly start: number;
}

/** A mark is closed within this many characters, else its sign was something else. */
const LONGEST = 3000;

const STAR = 42;
const SCORE = 95;
const SLASH = 47;
const BEFORE = `"'([{<-—–…“‘«„¿¡.,:;*_/~`;
const AFTER = `"')]}>-—–….,;:!?”’»*_/~`;

/**
 * Marks emphasis typed as `*x*`, `_x_`, `/x/`, `**x**`, `__x__`: the signs fall out of the ranges.
 *
 * The opening sign stands after white space, an opening bracket or quote, the closing one before white space or
 * punctuation, so that `snake_case`, `and/or`, `/usr/bin/`, `f**k` and `2 * 3` stay as they are.
 */
export function markEmphasis(text: string, inlines: readonly Inline[]): readonly Inline[] {
  const marks = findMarks(text, inlines);
  return marks.length === 0 ? inlines : cutInlines(inlines, marks);
}

function findMarks(text: string, inlines: readonly Inline[]): readonly Mark[] {
  const marks: Mark[] = [];
  const openers = new Map<string, Opener>();
  for (const inline of inlines) {
    if (inline.kind !== "text") continue;
    const { end } = inline.range;
    let at = inline.range.start;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (code !== STAR && code !== SCORE && code !== SLASH) {
        at++;
        continue;
      }
      const from = at;
      while (at < end && text.charCodeAt(at) === code) at++;
      takeSigns(text, inline, code, from, at, openers, marks);
    }
  }
  return marks;
}

function takeSigns(
  text: string,
  inline: Inline,
  sign: number,
  from: number,
  to: number,
  openers: Map<string, Opener>,
  marks: Mark[],
): void {
  const size = to - from;
  const key = sign === SLASH ? "/" : `${sign}:${size}`;
  const opener = openers.get(key);
  if (opener !== undefined && from - opener.start > LONGEST) openers.delete(key);
  else if (
    opener !== undefined &&
    to - from === opener.start - opener.from &&
    canClose(text, inline, sign, from, to)
  ) {
    openers.delete(key);
    const mark = { kind: kindOf(sign, size), from: opener.from, start: opener.start, end: from, to };
    while (marks.length > 0 && marks.at(-1)!.from > mark.from) marks.pop();
    if (marks.length === 0 || marks.at(-1)!.to <= mark.from) marks.push(mark);
    return;
  }
  if (size <= (sign === SLASH ? 1 : 3) && canOpen(text, inline, sign, from, to)) {
    openers.set(key, { from, start: to });
  } else if (sign === SLASH) {
    // A path or an alternative: what came before was no opening sign.
    openers.delete(key);
  }
}

function kindOf(sign: number, size: number): Mark["kind"] {
  if (size === 1) return "emphasis";
  return sign === SCORE ? "underline" : "strong";
}

function canOpen(text: string, inline: Inline, sign: number, from: number, to: number): boolean {
  if (to >= inline.range.end || isBlankCode(text.charCodeAt(to))) return false;
  if (from > inline.range.start) {
    const before = text.charCodeAt(from - 1);
    const apart = isBlankCode(before) || isJoinedScript(before) || BEFORE.includes(text.charAt(from - 1));
    if (!apart) return false;
  }
  const after = text.charAt(to);
  if (sign === SLASH) return letterCaseAt(text, to) !== "none" || `"'“‘¿¡`.includes(after);
  return !`.,;:!?)]}`.includes(after) || after === ".";
}

function canClose(text: string, inline: Inline, sign: number, from: number, to: number): boolean {
  if (from === inline.range.start || isBlankCode(text.charCodeAt(from - 1))) return false;
  if (to < inline.range.end) {
    const after = text.charCodeAt(to);
    const apart = isBlankCode(after) || isJoinedScript(after) || AFTER.includes(text.charAt(to));
    if (!apart) return false;
  }
  return sign !== SLASH || !"(<".includes(text.charAt(from - 1));
}

function cutInlines(inlines: readonly Inline[], marks: readonly Mark[]): readonly Inline[] {
  const cut: Inline[] = [];
  let next = 0;
  for (const inline of inlines) {
    if (inline.kind !== "text") {
      cut.push(inline);
      continue;
    }
    const { end } = inline.range;
    let at = inline.range.start;
    while (at < end) {
      const mark = marks[next];
      if (mark === undefined || mark.from >= end) {
        cut.push({ kind: "text", range: { start: at, end } });
        break;
      }
      if (mark.from > at) cut.push({ kind: "text", range: { start: at, end: mark.from } });
      const start = Math.max(at, mark.start);
      const stop = Math.min(end, mark.end);
      if (start < stop) cut.push({ kind: mark.kind, range: { start, end: stop } });
      at = Math.min(end, mark.to);
      if (mark.to <= end) next++;
    }
  }
  return cut;
}
