import type { Inline } from "../../terms/index.ts";
import { isBlankCode } from "./is-blank-code.ts";
import { isJoinedScript } from "./is-joined-script.ts";
import { letterCaseAt } from "./letter-case.ts";

/** Emphasis as typed, with its signs. */
export interface Mark {
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
  readonly size: number;
}

/** A mark is closed within this many characters, else its sign was something else. */
const LONGEST = 3000;

const STAR = 42;
const SCORE = 95;
const SLASH = 47;
const BEFORE = `"'([{<-—–…“‘«„¿¡.,:;*_/~`;
const AFTER = `"')]}>-—–….,;:!?”’»*_/~`;

const LESS = 60;
const TAG = /<(\/?)(i|em|b|strong|u)>/iy;
const TAG_KINDS: Readonly<Record<string, Mark["kind"]>> = {
  i: "emphasis",
  em: "emphasis",
  b: "strong",
  strong: "strong",
  u: "underline",
};

/**
 * Finds the emphasis typed in the inlines of one block.
 *
 * Shape: in order, not overlapping; of marks inside each other the outer one, with the inner one's signs as words unless
 * it fills the outer.
 */
export function findMarks(text: string, inlines: readonly Inline[]): readonly Mark[] {
  const marks: Mark[] = [];
  const openers = new Map<string, Opener>();
  for (const inline of inlines) {
    if (inline.kind !== "text") continue;
    const { end } = inline.range;
    let at = inline.range.start;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (code === LESS) {
        at = takeTag(text, at, end, openers, marks);
        continue;
      }
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

/** Takes a tag that opens or closes a mark; gives where to go on. */
function takeTag(
  text: string,
  from: number,
  end: number,
  openers: Map<string, Opener>,
  marks: Mark[],
): number {
  TAG.lastIndex = from;
  const tag = TAG.exec(text);
  if (tag === null || TAG.lastIndex > end) return from + 1;
  const to = TAG.lastIndex;
  const name = tag[2]!.toLowerCase();
  const opener = openers.get(name);
  if (tag[1] === "") {
    openers.set(name, { from, start: to, size: to - from });
  } else if (opener !== undefined && opener.start < from) {
    openers.delete(name);
    pushMark(marks, { kind: TAG_KINDS[name]!, from: opener.from, start: opener.start, end: from, to });
  }
  return to;
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
  else if (opener?.size === size && canClose(text, inline, sign, from, to)) {
    openers.delete(key);
    pushMark(marks, { kind: kindOf(sign, size), from: opener.from, start: opener.start, end: from, to });
    return;
  }
  if (size <= (sign === SLASH ? 1 : 3) && canOpen(text, inline, sign, from, to)) {
    openers.set(key, { from, start: to, size });
  } else if (sign === SLASH) {
    // A path or an alternative: what came before was no opening sign.
    openers.delete(key);
  }
}

/** Adds a mark; marks inside it give way, but one that fills it joins it: `*_x_*`. */
function pushMark(marks: Mark[], mark: Mark): void {
  let outer = mark;
  while (marks.length > 0 && marks.at(-1)!.from > mark.from) {
    const inner = marks.pop()!;
    if (inner.from !== mark.start || inner.to !== mark.end) continue;
    const kind = inner.kind === "emphasis" ? mark.kind : inner.kind;
    outer = { ...mark, kind, start: inner.start, end: inner.end };
  }
  if (marks.length === 0 || marks.at(-1)!.to <= outer.from) marks.push(outer);
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
