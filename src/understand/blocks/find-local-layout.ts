import { findParagraphMarks } from "./find-paragraph-marks.ts";
import { findWrap } from "./find-wrap.ts";
import type { Line } from "./line.ts";
import type { Layout } from "./measure-layout.ts";

/** Narrower lines than this may be a poem's. */
const NARROWEST = 50;

/**
 * Finds the layout of lines that stand together: the whole text's, but for wrapped lines in a text that is not wrapped
 * (a part by another hand, a pasted letter).
 */
export function findLocalLayout(text: string, lines: readonly Line[], layout: Layout): Layout {
  if (layout.wrap !== undefined || lines.length < 3) return layout;
  const wrap = findWrap(text, lines);
  if (wrap === undefined || wrap.width < NARROWEST) return layout;
  return { ...layout, wrap, marks: findParagraphMarks(text, lines, wrap) };
}
