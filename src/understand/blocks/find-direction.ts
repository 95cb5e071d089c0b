import type { TextRange } from "../../terms/index.ts";
import { letterCaseAt } from "./letter-case.ts";

/** The first strong letter stands within so many characters, or nowhere. */
const ENOUGH = 200;

/** Finds that a stretch runs from right to left, by its first letter (Hebrew, Arabic and their kin). */
export function findDirection(text: string, range: TextRange): "rtl" | undefined {
  const end = Math.min(range.end, range.start + ENOUGH);
  for (let at = range.start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (
      (code >= 0x590 && code <= 0x8ff) ||
      (code >= 0xfb1d && code <= 0xfdff) ||
      (code >= 0xfe70 && code <= 0xfefc)
    ) {
      return "rtl";
    }
    if (letterCaseAt(text, at) !== "none") return undefined;
  }
  return undefined;
}
