import type { LineTable } from "../lines/make-line-table.ts";

/** Where lines were broken: the usual width, or that each paragraph stands on one line. */
export interface Wrap {
  readonly width: number;
  readonly unwrapped: boolean;
}

const SAMPLE = 200;
const LONG = 110;

/** Gives the wrap width of a run of lines, from its first 200. */
export function measureWrap(lines: LineTable, from: number, to: number): Wrap {
  let long = 0;
  let seen = 0;
  let width = 50;
  for (let line = from; line < Math.min(to, from + SAMPLE); line++) {
    const length = (lines.last[line] ?? 0) - (lines.start[line] ?? 0);
    if (lines.first[line] === lines.last[line]) continue;
    seen++;
    if (length > LONG) long++;
    else if (length > width) width = length;
  }
  return { width, unwrapped: long > 0 && long * 8 > seen };
}
