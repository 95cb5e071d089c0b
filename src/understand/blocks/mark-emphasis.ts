import type { Inline } from "../../terms/index.ts";
import { findMarks, type Mark } from "./find-marks.ts";

/**
 * Marks emphasis typed as `*x*`, `_x_`, `/x/`, `**x**`, `__x__`, or as a tag such as `<i>x</i>` in plain text: the signs
 * fall out of the ranges.
 *
 * The opening sign stands after white space, an opening bracket or quote, the closing one before white space or
 * punctuation, so that `snake_case`, `and/or`, `/usr/bin/`, `f**k` and `2 * 3` stay as they are.
 */
export function markEmphasis(text: string, inlines: readonly Inline[]): readonly Inline[] {
  const marks = findMarks(text, inlines);
  return marks.length === 0 ? inlines : cutInlines(inlines, marks);
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
