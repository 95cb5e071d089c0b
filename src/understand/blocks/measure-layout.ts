import { findLineSpacing } from "./find-line-spacing.ts";
import { findParagraphMarks, type ParagraphMarks } from "./find-paragraph-marks.ts";
import { findSceneGap } from "./find-scene-gap.ts";
import { findWrap, type Wrap } from "./find-wrap.ts";
import type { Line } from "./line.ts";
import { goesOn } from "./sentence-signs.ts";

/** How a whole body is laid out; every later decision leans on it. */
export interface Layout {
  /** `undefined` when each line is a paragraph. */
  readonly wrap: Wrap | undefined;
  readonly marks: ParagraphMarks;
  /** The indent of lines that open nothing, in columns. */
  readonly margin: number;
  /** The usual indent of a first line, where first lines are indented. */
  readonly firstIndent: number | undefined;
  /** So many blank lines (or more) are a change of scene; `Infinity` when never. */
  readonly sceneGap: number;
  /** Form feeds change the scene; when one stands inside a sentence they are only pages. */
  readonly pagesAreScenes: boolean;
}

/** Gives the lines without their double spacing, and the layout measured on them. */
export function measureLayout(
  text: string,
  lines: readonly Line[],
): { readonly lines: readonly Line[]; readonly layout: Layout } {
  const spacing = findLineSpacing(text, lines);
  const tight =
    spacing === 0 ? lines : lines.map((line) => ({ ...line, gap: Math.max(0, line.gap - spacing) }));
  const wrap = findWrap(text, tight);
  const marks = findParagraphMarks(text, tight, wrap);
  const pagesAreScenes = !tight.some((line, at) => at > 0 && line.page && goesOn(text, tight[at - 1]!, line));
  const margin = findMargin(tight);
  const firstIndent = marks.indent ? findFirstIndent(tight, margin) : undefined;
  const sceneGap = findSceneGap(tight, marks, wrap);
  return { lines: tight, layout: { wrap, marks, margin, firstIndent, sceneGap, pagesAreScenes } };
}

/** The indent most lines right of the margin have. */
function findFirstIndent(lines: readonly Line[], margin: number): number {
  const counts = new Uint32Array(41);
  for (const line of lines) if (line.indent >= margin + 2) counts[Math.min(line.indent, 40)]! += 1;
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
}

/** The smallest indent that a tenth of the lines have. */
function findMargin(lines: readonly Line[]): number {
  const counts = new Uint32Array(41);
  for (const line of lines) counts[Math.min(line.indent, 40)]! += 1;
  return Math.max(
    0,
    counts.findIndex((count) => count * 10 >= lines.length),
  );
}
