import type { ParagraphMarks } from "./find-paragraph-marks.ts";
import type { Wrap } from "./find-wrap.ts";
import type { Line } from "./line.ts";

/**
 * Finds how many blank lines this text uses for a change of scene; `Infinity` when it has no such habit.
 *
 * Where paragraphs follow each other without blank lines, a few blank ones are such a change; elsewhere at least three, and
 * two more than between paragraphs, seen twice but not after every third paragraph.
 */
export function findSceneGap(lines: readonly Line[], marks: ParagraphMarks, wrap: Wrap | undefined): number {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let indented = 0;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]!;
    counts[Math.min(line.gap, 8)]! += 1;
    if (line.gap === 0 && line.indent > lines[at - 1]!.indent) indented++;
  }
  const gaps = counts.reduce((sum, count, gap) => (gap === 0 ? sum : sum + count), 0);
  const tight = wrap === undefined ? counts[0]! : marks.indent ? indented : 0;
  if (tight > gaps * 6) return 1;
  let usual = 1;
  for (let gap = 2; gap < counts.length; gap++) if (counts[gap]! > counts[usual]!) usual = gap;
  const least = Math.max(3, usual + 2);
  const wide = counts.reduce((sum, count, gap) => (gap < least ? sum : sum + count), 0);
  return wide >= 2 && wide * 3 <= gaps ? least : Number.POSITIVE_INFINITY;
}
