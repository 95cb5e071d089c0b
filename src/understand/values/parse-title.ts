import type { TextRange } from "../../terms/index.ts";
import { findPart } from "../head/read-part.ts";
import { trimRange, unwrapRange } from "./trim-range.ts";
import type { ValuePart } from "./value-part.ts";

const RATING_TAIL =
  /\s*[([{]\s*(?:rated:?\s*)?(?:nc-?1[78]|pg-?1[3-5]|pg|r|g|k\+?|t|m|nr)\b[^)\]}]{0,30}[)\]}]\s*$/i;
const WORK_TAIL =
  /\s*(?:[-–—:,]|\.{3})\s*(?:an?|the)\s+(?:[\p{L}\d'’&/.-]+\s+){0,6}(?:story|tale|fic|fanfic|fan fiction|crossover|vignette|parody|poem)\s*$/iu;

/** Gives a title without quotes, part marker, rating and "an X story" behind it; the part comes as values of its own. */
export function parseTitle(text: string, from: number, to: number): readonly ValuePart[] {
  let range = unwrapRange(text, { start: from, end: to });
  const parts: ValuePart[] = [];
  const rating = RATING_TAIL.exec(text.slice(range.start, range.end));
  if (rating !== null && rating.index > 0) range = trimRange(text, range.start, range.start + rating.index);
  const part = findPart(text.slice(range.start, range.end));
  if (part !== undefined) {
    const words = text.slice(range.start, range.end);
    const numberAt = range.start + part.start;
    const at = words.indexOf(part.part, part.start);
    parts.push({ start: range.start + at, end: range.start + at + part.part.length, field: "part" });
    if (part.total !== null) {
      const totalAt = words.lastIndexOf(part.total, part.end);
      parts.push({
        start: range.start + totalAt,
        end: range.start + totalAt + part.total.length,
        field: "parts-total",
      });
    }
    const before = text
      .slice(range.start, numberAt)
      .replace(/[\s([{:,;–—.-]+$/, (tail) => /^\.{2,}|^\.$/.exec(tail.trim())?.[0] ?? "");
    if (before.length > 1) range = { start: range.start, end: range.start + before.length };
    else if (part.subtitle.length > 1) {
      const at2 = text.indexOf(part.subtitle, range.start);
      range = { start: at2, end: at2 + part.subtitle.length };
    } else range = { start: range.start, end: range.start };
  }
  const tail = WORK_TAIL.exec(text.slice(range.start, range.end));
  if (tail !== null && tail.index > 1) range = trimRange(text, range.start, range.start + tail.index);
  range = dropMarks(text, unwrapRange(text, dropMarks(text, range)));
  if (range.end <= range.start) return parts;
  const written = text.slice(range.start, range.end);
  const spaced = closeUp(written);
  return [{ ...range, ...(spaced === written ? {} : { value: spaced }) }, ...parts];
}

function dropMarks(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && /[\s*_~=#<>:•|-]/.test(text[start] ?? "")) start++;
  while (end > start && /[\s*_~=#<>:•|,;-]/.test(text[end - 1] ?? "")) end--;
  return { start, end };
}

/** "T H E   H O L L O W" -> "THE HOLLOW": only when every word is one letter. */
function closeUp(written: string): string {
  if (!/^(?:[\p{L}\d'’!?.:,-]\s+){3,}[\p{L}\d!?.'’]$/u.test(written)) return written;
  return written
    .split(/\s{2,}/)
    .map((word) => word.replace(/\s/g, ""))
    .join(" ");
}
