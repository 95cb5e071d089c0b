import { letterCaseAt } from "./letter-case.ts";
import type { Line } from "./line.ts";

/** A caption is a short line: in capitals, between ornaments, or set in the middle of a wrapped page. */
const LONGEST = 70;

/**
 * Tells whether a line that stands alone between blank lines is a heading by its looks.
 *
 * @param width - The column the text is wrapped at; without it nothing is known to be centred.
 */
export function isCaption(text: string, line: Line, width: number | undefined): boolean {
  const length = line.end - line.start;
  if (length > LONGEST || length < 3) return false;
  if (isBetweenOrnaments(text.slice(line.start, line.end))) return true;
  const last = text.charAt(line.end - 1);
  if (`.!?,;"'”’»)`.includes(last)) return false;
  const first = text.charAt(line.start);
  if (`"'“‘«„(<[-`.includes(first)) return false;
  return (
    isInCapitals(text, line) ||
    (width !== undefined && isCentred(line, width) && letterCaseAt(text, line.start) !== "lower")
  );
}

/** `*** Later ***`, `~~~Flashback~~~`; but `**loud**` and `--and then--` are words of a story. */
function isBetweenOrnaments(words: string): boolean {
  return (
    /^(?:[-*~=#+<>]{3,}\s*|[-*~=#+<>]{2}\s+)[^-*~=#+<>\s].*?(?:\s*[-*~=#+<>]{3,}|\s+[-*~=#+<>]{2})$/.test(
      words,
    ) && /\p{L}/u.test(words)
  );
}

/** At least two words and six letters, none of them small: `NO` is a shout. */
function isInCapitals(text: string, line: Line): boolean {
  let letters = 0;
  let words = 1;
  for (let at = line.start; at < line.end; at++) {
    const letterCase = letterCaseAt(text, at);
    if (letterCase === "lower" || letterCase === "caseless") return false;
    if (letterCase === "upper") letters++;
    else if (text.charCodeAt(at) === 32) words++;
  }
  return letters >= 6 && words >= 2;
}

function isCentred(line: Line, width: number): boolean {
  const length = line.end - line.start;
  if (line.indent < 10 || length > width * 0.7) return false;
  const right = width - line.indent - length;
  return Math.abs(right - line.indent) <= 12;
}
