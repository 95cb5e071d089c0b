import { letterCaseAt, type LetterCase } from "./letter-case.ts";
import type { Line } from "./line.ts";

const CLOSERS = `"')]}*_/~»”’›“`;
const ENDS = ".!?…。！？؟:";
const OPENERS = `"'([{*_/~«“‘„‚‹¿¡-—–.…`;

/** Tells whether a line ends as a sentence does: full stop, question mark, colon, dash; closing quotes may follow. */
export function endsSentence(text: string, line: Line): boolean {
  let at = line.end - 1;
  while (at > line.start && CLOSERS.includes(text.charAt(at))) at--;
  const last = text.charAt(at);
  if (ENDS.includes(last)) return true;
  if (last === "—" || last === "–") return true;
  return last === "-" && at > line.start && text.charAt(at - 1) === "-";
}

/** Gives the case of a line's first letter; `none` when it begins with a digit or something stranger. */
export function firstLetterCase(text: string, line: Line): LetterCase {
  let at = line.start;
  while (at < line.end && OPENERS.includes(text.charAt(at))) at++;
  return at < line.end ? letterCaseAt(text, at) : "none";
}

/** Tells whether the sentence of a line plainly goes on in the next one: no end there, a small letter here. */
export function goesOn(text: string, line: Line, next: Line): boolean {
  if (endsSentence(text, line)) return false;
  const first = firstLetterCase(text, next);
  return first === "lower" || first === "caseless";
}
