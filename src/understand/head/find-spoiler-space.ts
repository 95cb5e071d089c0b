import { isBlank, lineLength, lineText } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";

const FEWEST = 4;
const LONGEST = 80;

/** Gives the line after a column of single letters or dots that begins on a line: the space that kept spoilers below the screen. */
export function findSpoilerSpaceEnd(lines: LineTable, line: number, to: number): number | undefined {
  if (lineLength(lines, line) !== 1) return undefined;
  let letters = 0;
  let end = line;
  for (let at = line; at < Math.min(to, line + LONGEST); at++) {
    if (isBlank(lines, at)) continue;
    if (lineLength(lines, at) !== 1 || !/[\p{L}.*!|]/u.test(lineText(lines, at))) break;
    letters++;
    end = at + 1;
  }
  return letters >= FEWEST ? end : undefined;
}
