import type { Line } from "./line.ts";
import { goesOn } from "./sentence-signs.ts";

/**
 * Finds how many blank lines stand after every line of a double-spaced text; 0 for a usual one.
 *
 * A blank line between two lines of one sentence says nothing about paragraphs: when that is the habit, so many blank
 * lines are the spacing of the page.
 */
export function findLineSpacing(text: string, lines: readonly Line[]): number {
  const counts = [0, 0, 0, 0];
  const goingOn = [0, 0, 0, 0];
  for (let at = 1; at < lines.length; at++) {
    const next = lines[at]!;
    if (next.gap > 3) continue;
    counts[next.gap]! += 1;
    if (goesOn(text, lines[at - 1]!, next)) goingOn[next.gap]! += 1;
  }
  for (const spacing of [1, 2, 3]) {
    const tighter = counts.slice(0, spacing).reduce((sum, count) => sum + count, 0);
    const count = counts[spacing]!;
    if (count >= 4 && tighter * 8 <= count && goingOn[spacing]! >= count * 0.35) return spacing;
  }
  return 0;
}
