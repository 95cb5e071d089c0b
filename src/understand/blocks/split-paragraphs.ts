import { edgeOf, type Wrap } from "./find-wrap.ts";
import { findLetterLine, isSignature } from "./find-letter-line.ts";
import { findTurn, type Turn } from "./find-turn.ts";
import { firstWordWidth } from "./first-word-width.ts";
import { isCue } from "./is-cue.ts";
import type { Layout } from "./measure-layout.ts";
import type { Line } from "./line.ts";
import { endsSentence, firstLetterCase, goesOn } from "./sentence-signs.ts";

/** A shorter line was broken on purpose, even when its sentence goes on. */
const SHORTEST_WRAPPED = 40;

/** Splits lines that stand together, and are prose, into paragraphs. */
export function splitParagraphs(
  text: string,
  lines: readonly Line[],
  layout: Layout,
): readonly (readonly Line[])[] {
  if (lines.length === 1) return [lines];
  if (isCue(text, lines)) return splitSpeech(text, lines);
  const turns = countTurns(text, lines);
  const paragraphs: Line[][] = [];
  let current: Line[] = [];
  for (const line of lines) {
    const previous = current.at(-1);
    if (
      previous !== undefined &&
      (opensByTurn(text, line, previous, turns) ||
        opensByLetter(text, line, current, layout) ||
        opensByLayout(text, line, previous, layout))
    ) {
      paragraphs.push(current);
      current = [];
    }
    current.push(line);
  }
  paragraphs.push(current);
  return paragraphs;
}

/** A name, directions in brackets, and a speech that is one paragraph however narrow. */
function splitSpeech(text: string, lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: Line[][] = [[lines[0]!]];
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (at > 1 && line.indent === lines[at - 1]!.indent) parts.at(-1)!.push(line);
    else parts.push([line]);
  }
  return parts;
}

function countTurns(text: string, lines: readonly Line[]): ReadonlyMap<Turn, number> {
  const counts = new Map<Turn, number>();
  for (const line of lines) {
    const turn = findTurn(text, line);
    if (turn !== undefined) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  return counts;
}

function opensByTurn(text: string, line: Line, previous: Line, turns: ReadonlyMap<Turn, number>): boolean {
  if (turns.size === 0) return false;
  const turn = findTurn(text, line);
  if (turn === undefined) return false;
  const count = turns.get(turn) ?? 0;
  if (turn === "chat") return count >= 2;
  if (turn === "cue") return count >= 2 || endsSentence(text, previous);
  return count >= 2 && (endsSentence(text, previous) || findTurn(text, previous) === turn);
}

function opensByLetter(text: string, line: Line, current: readonly Line[], layout: Layout): boolean {
  const previous = current.at(-1)!;
  if (!isFree(text, previous, line, layout, 4)) return false;
  if (current.length === 1) {
    const kind = findLetterLine(text, previous);
    if (kind === "salutation") return firstLetterCase(text, line) !== "lower";
    if (kind === "closing") return isSignature(text, line);
  }
  return findLetterLine(text, line) === "closing" && endsSentence(text, previous);
}

function opensByLayout(text: string, line: Line, previous: Line, layout: Layout): boolean {
  const { wrap, marks, margin } = layout;
  if (wrap === undefined) {
    return previous.end - previous.start < SHORTEST_WRAPPED || !goesOn(text, previous, line);
  }
  const step = line.indent - previous.indent;
  const ended = endsSentence(text, previous);
  const free = isFree(text, previous, line, layout, 10);
  const on = goesOn(text, previous, line);
  // A line this long was never wrapped.
  if (edgeOf(previous) > wrap.width + 20) return !on;
  if (marks.indent && line.indent >= margin + 2) return step >= 2 || ended || (free && !on);
  if (marks.outdent && step <= -2) return ended || free;
  if (!marks.outdent && step >= 2 && ended && free) return true;
  if (!marks.shortLine || !ended || firstLetterCase(text, line) === "lower") return false;
  return isFree(text, previous, line, layout, findRoom(text, line, wrap));
}

/** How much room a closing line must leave: little before a speech, much in a text of uneven lines. */
function findRoom(text: string, line: Line, wrap: Wrap): number {
  if (wrap.ragged) return Math.floor(wrap.width / 3);
  return `"“„«»`.includes(text.charAt(line.start)) ? 3 : 10;
}

/** Whether the first word of a line would have fitted on the line before, with room to spare. */
function isFree(text: string, line: Line, next: Line, layout: Layout, room: number): boolean {
  if (layout.wrap === undefined) return true;
  return edgeOf(line) + 1 + firstWordWidth(text, next) <= layout.wrap.width - room;
}
