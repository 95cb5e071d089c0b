import { countBreaks, type BreakCounts } from "./count-breaks.ts";
import { edgeOf } from "./find-wrap.ts";
import { findLetterLine } from "./find-letter-line.ts";
import { isCue } from "./is-cue.ts";
import type { Line } from "./line.ts";
import type { Layout } from "./measure-layout.ts";

/** Verse lines are short; what is longer is prose, one line a paragraph. */
const LONGEST = 72;

/**
 * Tells whether lines that stand together were broken on purpose: a poem, a song, an address, a list of names.
 *
 * They are short where the next word would have fitted, and mostly begin with a capital; lines that each end a sentence
 * or hold one speech are paragraphs.
 * @param afterVerse - A stanza stands right before: then every line may end a sentence.
 */
export function isVerse(text: string, lines: readonly Line[], layout: Layout, afterVerse = false): boolean {
  if (lines.length < 2 || lines.some((line) => edgeOf(line) - lines[0]!.indent > LONGEST)) return false;
  if (isCue(text, lines) || isLetterPart(text, lines)) return false;
  const counts = countBreaks(text, lines, layout);
  if (counts.spoken * 2 > counts.lines || counts.items >= 2) return false;
  if (isSpeeches(lines, counts, layout) || (!afterVerse && isSentences(counts))) return false;
  return !isWrapped(counts, layout) && looksBroken(counts, layout);
}

/** A salutation and what follows, or a closing and its signature. */
function isLetterPart(text: string, lines: readonly Line[]): boolean {
  const kind = findLetterLine(text, lines[0]!);
  return kind === "salutation" || (kind === "closing" && lines.length <= 3);
}

/** Where first lines are indented: lines that are each a paragraph, with an indent and some without. */
function isSpeeches(lines: readonly Line[], counts: BreakCounts, layout: Layout): boolean {
  const { firstIndent, margin } = layout;
  if (firstIndent === undefined || !lines.some((line) => line.indent === firstIndent)) return false;
  if (!lines.every((line) => line.indent === firstIndent || line.indent <= margin + 1)) return false;
  return counts.lines < 3 || counts.ended * 3 > counts.lines || counts.spoken > 0;
}

function isSentences({ ended, lines }: BreakCounts): boolean {
  return ended * 4 > lines * 3 && (lines > 2 || ended === 2);
}

/** Broken where a program would: at the width of the text, or at one of their own with the sentences going on. */
function isWrapped(counts: BreakCounts, layout: Layout): boolean {
  const { breaks, goingOn, longest, freeHere, freeInText } = counts;
  if (layout.wrap === undefined && longest > 55 && goingOn * 3 > breaks) return true;
  if (freeInText < breaks * 0.8) return true;
  return goingOn * 2 > breaks && (freeHere < breaks * 0.35 || longest > 50);
}

function looksBroken(counts: BreakCounts, { wrap }: Layout): boolean {
  const { breaks, capitals, freeHere, lines, longest } = counts;
  if (wrap?.ragged === true) return capitals >= breaks * 0.75 && longest <= wrap.width * 0.75;
  if (capitals >= breaks * 0.6) return true;
  return lines >= 3 && freeHere >= breaks * 0.5 && longest <= (wrap === undefined ? LONGEST : 50);
}
