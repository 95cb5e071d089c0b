import { firstWordWidth } from "./first-word-width.ts";
import type { Line } from "./line.ts";
import { endsSentence, goesOn } from "./sentence-signs.ts";

/** How a text's lines were broken by a program or a typewriter's habit. */
export interface Wrap {
  /** Columns a line may have at most, give or take. */
  readonly width: number;
  /** Many lines are much shorter than they need be: wrapped twice, or at no fixed column. */
  readonly ragged: boolean;
}

/** Nobody wraps wider than this; longer lines are paragraphs. */
const WIDEST = 170;

/** Lines ended by a program at a narrower margin would be a poem's. */
const NARROWEST_RAGGED = 45;

/**
 * Finds the width a text is hard-wrapped at; `undefined` when each line is a paragraph of its own.
 *
 * Two marks of wrapping are counted over all lines inside a sentence, with the line after them: a line is *full* when
 * the first word of the next would not have fitted, and the sentence *goes on* when the next line begins small.
 */
export function findWrap(text: string, lines: readonly Line[]): Wrap | undefined {
  const edges = new Uint32Array(WIDEST + 2);
  let open = 0;
  let goingOn = 0;
  let longChars = 0;
  let allChars = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const length = line.end - line.start;
    allChars += length;
    if (length > WIDEST) longChars += length;
    const next = lines[at + 1];
    if (next === undefined || !isOpenPair(text, line, next)) continue;
    open++;
    edges[Math.min(edgeOf(line), WIDEST + 1)]! += 1;
    if (goesOn(text, line, next)) goingOn++;
  }
  if (open === 0 || longChars * 3 > allChars) return undefined;
  const width = findPercentile(edges, open, 0.9);
  if (width > WIDEST) return undefined;
  const full = countFull(text, lines, width) / open;
  const on = goingOn / open;
  const even = full >= 0.5 && on >= 0.3;
  const uneven = on >= (full >= 0.3 ? 0.55 : 0.75) && width >= NARROWEST_RAGGED;
  return (even || uneven) && !areLongerApart(lines, width) ? { width, ragged: full < 0.8 } : undefined;
}

/** Gives the column a line ends at. */
export function edgeOf(line: Line): number {
  return line.indent + line.end - line.start;
}

/** Tells whether two lines stand together, inside a sentence, and the second opens no paragraph by an indent. */
function isOpenPair(text: string, line: Line, next: Line): boolean {
  if (next.gap > 0 || next.page || next.depth !== line.depth) return false;
  return next.indent <= line.indent + 1 && !endsSentence(text, line);
}

function countFull(text: string, lines: readonly Line[], width: number): number {
  let full = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1]!;
    if (edgeOf(line) + 1 + firstWordWidth(text, next) <= width - 3) continue;
    if (isOpenPair(text, line, next)) full++;
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
