import { isBlankCode } from "./is-blank-code.ts";
import { letterCaseAt } from "./letter-case.ts";
import { edgeOf } from "./find-wrap.ts";
import type { Line } from "./line.ts";

/** `•`: what it hides was letters. */
const MASK = 0x2022;

/** Looking at more of a line tells nothing more. */
const ENOUGH = 200;

/**
 * Tells whether lines that stand together are drawn, not written: ASCII art, or a table in columns.
 *
 * Text justified by extra spaces, and wide gaps after full stops, are prose.
 */
export function isPreformatted(text: string, lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  let drawn = 0;
  let columned = 0;
  for (const line of lines) {
    const looks = lookAt(text, line);
    if (looks === "drawn") drawn++;
    else if (looks === "columned") columned++;
  }
  if (drawn + columned < 2) return false;
  const count = lines.length;
  if (drawn * 2 >= count && count >= 3) return true;
  if (columned * 5 >= count * 3 || (count >= 3 && (drawn + columned) * 3 >= count * 2)) {
    return !isJustified(lines);
  }
  return false;
}

function lookAt(text: string, line: Line): "drawn" | "columned" | "written" {
  const end = Math.min(line.end, line.start + ENOUGH);
  let letters = 0;
  let visible = 0;
  let wide = 0;
  let blanks = 0;
  for (let at = line.start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isBlankCode(code)) {
      blanks += code === 9 ? 3 : 1;
      continue;
    }
    if (blanks >= 3 && !isSentenceEnd(text, at - 1)) wide++;
    blanks = 0;
    visible++;
    if ((code >= 48 && code <= 57) || code === MASK || letterCaseAt(text, at) !== "none") letters++;
  }
  if (letters * 2 < visible && !isSilence(text, line)) return "drawn";
  return wide > 0 ? "columned" : "written";
}

function isSentenceEnd(text: string, blankAt: number): boolean {
  let at = blankAt;
  while (at > 0 && isBlankCode(text.charCodeAt(at))) at--;
  return `.!?:;,"'”’)*_-…`.includes(text.charAt(at));
}

/** `"..."` and `"?!"` are said, not drawn. */
function isSilence(text: string, line: Line): boolean {
  for (let at = line.start; at < line.end; at++) {
    if (!` .?!"'“”‘’…-–—`.includes(text.charAt(at))) return false;
  }
  return true;
}

function isJustified(lines: readonly Line[]): boolean {
  if (lines.length < 3) return false;
  const edge = edgeOf(lines[1]!);
  const even = lines.filter((line) => Math.abs(edgeOf(line) - edge) <= 1).length;
  return edge > 50 && even >= (lines.length - 1) * 0.8;
}
