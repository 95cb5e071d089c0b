import { isBlankCode } from "./is-blank-code.ts";
import { isJoinedScript } from "./is-joined-script.ts";
import type { Line } from "./line.ts";

/** No wrapping program keeps a longer word whole. */
const LONGEST = 40;

/** Gives the width of what a wrapping program would have had to fit on the line before: the first word, or one ideograph. */
export function firstWordWidth(text: string, line: Line): number {
  const limit = Math.min(line.end, line.start + LONGEST);
  if (isJoinedScript(text.charCodeAt(line.start))) return 0;
  let at = line.start;
  while (at < limit && !isBlankCode(text.charCodeAt(at))) at++;
  return at - line.start;
}
