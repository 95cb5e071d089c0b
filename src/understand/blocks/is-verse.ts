import type { Layout } from "./measure-layout.ts";
import { edgeOf } from "./find-wrap.ts";
import { findLetterLine } from "./find-letter-line.ts";
import { findTurn } from "./find-turn.ts";
import { firstWordWidth } from "./first-word-width.ts";
import { isCue } from "./is-cue.ts";
import type { Line } from "./line.ts";
import { endsSentence, firstLetterCase, goesOn } from "./sentence-signs.ts";

/** Verse lines are short; what is longer is prose, one line a paragraph. */
const LONGEST = 72;

/**
 * Tells whether lines that stand together were broken on purpose: a poem, a song, an address, a list of names.
 *
 * They are short where the next word would have fitted, and mostly begin with a capital; lines that each end a sentence
 * or hold one speech are paragraphs.
 */
export function isVerse(text: string, lines: readonly Line[], layout: Layout): boolean {
  const count = lines.length;
  if (count < 2) return false;
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, edgeOf(line) - lines[0]!.indent);
  if (longest > LONGEST) return false;
  const wrap = layout.wrap;
  if (isCue(text, lines) || isLetterPart(text, lines)) return false;
  let ended = 0;
  let items = 0;
  let capitals = 0;
  let going = 0;
  let freeInText = 0;
  let freeHere = 0;
  let spoken = 0;
  for (let at = 0; at < count; at++) {
    const line = lines[at]!;
    if (endsSentence(text, line)) ended++;
    if (isSpeech(text, line)) spoken++;
    if (findTurn(text, line) === "item") items++;
    const next = lines[at + 1];
    if (next === undefined) continue;
    if (firstLetterCase(text, next) !== "lower") capitals++;
    if (goesOn(text, line, next)) going++;
    const needed = edgeOf(line) + 1 + firstWordWidth(text, next);
    if (wrap === undefined || needed <= wrap.width - 4) freeInText++;
    if (needed - lines[0]!.indent <= longest) freeHere++;
  }
  const breaks = count - 1;
  // Speeches, each a paragraph with its indent.
  if (layout.firstIndent !== undefined && lines.some((line) => line.indent === layout.firstIndent)) {
    if (count < 3 || ended * 3 > count || spoken > 0) return false;
  }
  if (spoken * 2 > count || items >= 2) return false;
  if (wrap === undefined && longest > 55 && going * 3 > breaks) return false;
  if (ended * 4 > count * 3 && (count > 2 || ended === 2)) return false;
  if (freeInText < breaks * 0.8) return false;
  // As even as a wrapped inset: prose, unless capitals say otherwise.
  if (going * 2 > breaks && (freeHere < breaks * 0.35 || longest > 50)) return false;
  if (wrap?.ragged === true) return capitals >= breaks * 0.75 && longest <= wrap.width * 0.75;
  return (
    capitals >= breaks * 0.6 ||
    (count >= 3 && freeHere >= breaks * 0.5 && longest <= (wrap === undefined ? LONGEST : 50))
  );
}

/** A salutation and what follows, or a closing and its signature. */
function isLetterPart(text: string, lines: readonly Line[]): boolean {
  const kind = findLetterLine(text, lines[0]!);
  return kind === "salutation" || (kind === "closing" && lines.length <= 3);
}

/** Whether a line begins or ends as a speech does. */
function isSpeech(text: string, line: Line): boolean {
  return `"“„«`.includes(text.charAt(line.start)) && `"”“».,!?`.includes(text.charAt(line.end - 1));
}
