import { firstWordWidth } from "./first-word-width.ts";
import type { Line } from "./line.ts";
import { goesOn } from "./sentence-signs.ts";

/** How a text's lines were broken by a program or a typewriter's habit. */
export interface Wrap {
  /** Columns a line may have at most, give or take. */
  readonly width: number;
  /** Many lines are much shorter than they need be: wrapped twice, or at no fixed column. */
  readonly ragged: boolean;
}

/** Nobody wraps wider than this; longer lines are paragraphs. */
const WIDEST = 170;

/**
 * Finds the width a text is hard-wrapped at; `undefined` when each line is a paragraph of its own.
 *
 * Two marks of wrapping are counted over all pairs of lines that stand together: a line is *full* when the first word
 * of the next would not have fitted, and its sentence *goes on* when it does not end and the next begins small.
 */
export function findWrap(text: string, lines: readonly Line[]): Wrap | undefined {
  const edges = new Uint32Array(WIDEST + 2);
  let pairs = 0;
  let goingOn = 0;
  let longChars = 0;
  let allChars = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const length = line.end - line.start;
    allChars += length;
    if (length > WIDEST) longChars += length;
    const next = lines[at + 1];
    if (next === undefined || !isPair(line, next)) continue;
    pairs++;
    edges[Math.min(edgeOf(line), WIDEST + 1)]! += 1;
    if (goesOn(text, line, next)) goingOn++;
  }
  if (pairs === 0 || longChars * 3 > allChars) return undefined;
  const width = findPercentile(edges, pairs, 0.96);
  if (width > WIDEST) return undefined;
  const full = countFull(text, lines, width) / pairs;
  const on = goingOn / pairs;
  const wrapped = (full >= 0.55 && on >= 0.3) || (on >= 0.55 && width >= 25);
  return wrapped && !areLongerApart(lines, width) ? { width, ragged: full < 0.85 } : undefined;
}

/** Gives the column a line ends at. */
export function edgeOf(line: Line): number {
  return line.indent + line.end - line.start;
}

/** Tells whether two lines stand together and the second does not open a paragraph by an indent. */
function isPair(line: Line, next: Line): boolean {
  return next.gap === 0 && !next.page && next.depth === line.depth && next.indent <= line.indent + 1;
}

function countFull(text: string, lines: readonly Line[], width: number): number {
  let full = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1]!;
    if (isPair(line, next) && edgeOf(line) + 1 + firstWordWidth(text, next) > width - 3) full++;
  }
  return full;
}

/** Lines that stand alone and are much longer: the pairs are verse in a text of unwrapped paragraphs. */
function areLongerApart(lines: readonly Line[], width: number): boolean {
  let longer = 0;
  let all = 0;
  for (const line of lines) {
    const length = line.end - line.start;
    all += length;
    if (length + line.indent > width + 15) longer += length;
  }
  return longer * 5 > all * 2;
}

function findPercentile(counts: Uint32Array, total: number, share: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value]!;
    if (seen >= total * share) return value;
  }
  return counts.length - 1;
}
