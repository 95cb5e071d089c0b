import { edgeOf } from "./find-wrap.ts";
import { findTurn } from "./find-turn.ts";
import { firstWordWidth } from "./first-word-width.ts";
import type { Line } from "./line.ts";
import type { Layout } from "./measure-layout.ts";
import { endsSentence, firstLetterCase, goesOn } from "./sentence-signs.ts";

/** What the line breaks of lines that stand together look like; counts of lines, and of breaks between them. */
export interface BreakCounts {
  readonly lines: number;
  readonly breaks: number;
  /** Columns of the longest line, from the indent of the first. */
  readonly longest: number;
  /** Lines that end a sentence. */
  readonly ended: number;
  /** Lines that begin and end as a speech does. */
  readonly spoken: number;
  /** Lines that open with a bullet or a number. */
  readonly items: number;
  /** Breaks before a capital, or anything but a small letter. */
  readonly capitals: number;
  /** Breaks inside a sentence. */
  readonly goingOn: number;
  /** Breaks that this text's width did not ask for. */
  readonly freeInText: number;
  /** Breaks that the longest of these lines did not ask for. */
  readonly freeHere: number;
}

/** From this far right of the margin on, lines have a width of their own. */
const INSET = 4;

/** Counts what tells lines broken on purpose from lines broken by a program. */
export function countBreaks(text: string, lines: readonly Line[], layout: Layout): BreakCounts {
  const indent = lines[0]!.indent;
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, edgeOf(line) - indent);
  const width = layout.wrap === undefined ? Number.POSITIVE_INFINITY : layout.wrap.width - 4;
  const inset = indent >= layout.margin + INSET ? indent : 0;
  const counts = { ended: 0, spoken: 0, items: 0, capitals: 0, goingOn: 0, freeInText: 0, freeHere: 0 };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (endsSentence(text, line)) counts.ended++;
    if (isSpeech(text, line)) counts.spoken++;
    if (findTurn(text, line) === "item") counts.items++;
    const next = lines[at + 1];
    if (next === undefined) continue;
    if (firstLetterCase(text, next) !== "lower") counts.capitals++;
    if (goesOn(text, line, next)) counts.goingOn++;
    const needed = edgeOf(line) + 1 + firstWordWidth(text, next);
    if (needed - inset <= width) counts.freeInText++;
    if (needed - indent <= longest) counts.freeHere++;
  }
  return { ...counts, lines: lines.length, breaks: lines.length - 1, longest };
}

function isSpeech(text: string, line: Line): boolean {
  return `"“„«`.includes(text.charAt(line.start)) && `"”“».,!?`.includes(text.charAt(line.end - 1));
}
