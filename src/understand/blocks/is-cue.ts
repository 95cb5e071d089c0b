import { letterCaseAt } from "./letter-case.ts";
import type { Line } from "./line.ts";

const LONGEST = 40;

/**
 * Tells whether lines are a speech of a screenplay: a name in capitals, set further in than what it says.
 */
export function isCue(text: string, lines: readonly Line[]): boolean {
  const name = lines[0]!;
  const speech = lines[1];
  if (speech === undefined || name.indent < speech.indent + 4 || name.end - name.start > LONGEST)
    return false;
  let letters = 0;
  for (let at = name.start; at < name.end && text.charAt(at) !== "("; at++) {
    const letterCase = letterCaseAt(text, at);
    if (letterCase === "lower") return false;
    if (letterCase === "upper") letters++;
  }
  return letters >= 2;
}
