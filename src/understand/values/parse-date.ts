import { findMonth } from "./find-month.ts";
import type { ValuePart } from "./value-part.ts";

const PATTERN =
  /(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\s?[+-]\d\d:?\d\d|Z)?)?|\d{1,2}(?:st|nd|rd|th|er|\.)?(?:\s+(?:of|de))?(?:\s+|-)\p{L}{3,10}\.?,?(?:\s+(?:de\s+|del\s+)?|-)(?:\d{4}|\d{2})(?![\d:])(?:\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*(?:[+-]\d{4}|GMT|UTC|[A-Z]{3}))?)?|\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:\d\d:\d\d:\d\d\s+)?\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\p{L}{3,9}\.?,?\s+(?:of\s+)?(?:19|20)\d\d|(?:19|20)\d\d)/giu;

/** Gives the first date in a stretch; its normal form (ISO) when it has but one reading, else both as qualifiers. */
export function parseDate(text: string, from: number, to: number): ValuePart | undefined {
  const window = text.slice(from, Math.min(to, from + 200));
  for (const found of window.matchAll(PATTERN)) {
    if (/^\p{L}/u.test(found[0]) && !startsWithMonth(found[0])) {
      const year = /(?<!\d)(?:19|20)\d\d$/.exec(found[0]);
      if (year === null) continue;
      const start = from + found.index + year.index;
      return { start, end: start + 4 };
    }
    const start = from + found.index;
    const range = { start, end: start + found[0].length };
    const readings = readDate(found[0]);
    if (readings.length === 1) return { ...range, value: readings[0] ?? found[0] };
    return readings.length > 1
      ? { ...range, qualifiers: readings.map((reading) => `reading:${reading}`) }
      : range;
  }
  return undefined;
}

function startsWithMonth(written: string): boolean {
  const word = /\p{L}+/gu;
  for (const found of written.matchAll(word)) {
    if (findMonth(found[0]) !== undefined) return true;
    if (!/^(?:mon|tue|wed|thu|fri|sat|sun|of)/i.test(found[0])) return false;
  }
  return false;
}

/** Gives the ISO days (or the month) a written date can mean: none when it names neither, two when day and month can be swapped. */
export function readDate(written: string): readonly string[] {
  const words = written
    .toLowerCase()
    .replace(/^[a-z]{3,9}day,?\s+|^(?:mon|tue|wed|thu|fri|sat|sun),?\s+/, "");
  const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(words);
  if (iso !== null) return [`${iso[1]}-${iso[2]}-${iso[3]}`];
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|\.)?(?:\s+(?:of|de))?[\s-]+(\p{L}{3,10})\.?,?(?:\s+(?:del?\s+)?|-)(\d{2,4})/u.exec(
      words,
    );
  if (dayFirst !== null) return isoOf(yearOf(dayFirst[3]), findMonth(dayFirst[2] ?? ""), Number(dayFirst[1]));
  const monthFirst = /^(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d\d:\d\d:\d\d\s+)?(\d{4})/u.exec(
    words,
  );
  if (monthFirst !== null)
    return isoOf(yearOf(monthFirst[3]), findMonth(monthFirst[1] ?? ""), Number(monthFirst[2]));
  const monthOnly = /^(\p{L}{3,10})\.?,?\s+(?:of\s+|del?\s+)?((?:19|20)\d\d)$/u.exec(words);
  if (monthOnly !== null) {
    const month = findMonth(monthOnly[1] ?? "");
    return month === undefined ? [] : [`${monthOnly[2]}-${String(month).padStart(2, "0")}`];
  }
  const digits = /^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{2,4})/.exec(words);
  if (digits === null) return [];
  const [a, b, year] = [Number(digits[1]), Number(digits[3]), yearOf(digits[4])];
  if (digits[2] === "." || a > 12) return isoOf(year, b, a);
  if (b > 12 || a === b) return isoOf(year, a, b);
  return [...isoOf(year, a, b), ...isoOf(year, b, a)];
}

function yearOf(written: string | undefined): number {
  const year = Number(written);
  return year < 70 ? 2000 + year : year < 100 ? 1900 + year : year;
}

function isoOf(year: number, month: number | undefined, day: number): readonly string[] {
  if (month === undefined || month < 1 || month > 12 || day < 1 || day > 31) return [];
  return [`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`];
}
