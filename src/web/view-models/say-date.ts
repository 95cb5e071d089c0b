import type { StatedDate } from "../../app/site-use-cases.ts";

const PARTS = {
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "long", day: "numeric" },
} as const;

/** Making one takes longer than a whole page. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Says a date as far as it is known, in the reader's language; in the words as written when it could not be read. */
export function sayDate(date: StatedDate, language: string): string {
  if (date.year === null) return date.asWritten;
  if (date.month === null) return String(date.year);
  const known = new Date(Date.UTC(2000, date.month - 1, date.day ?? 1));
  known.setUTCFullYear(date.year);
  return findFormat(language, date.day === null ? "month" : "day").format(known);
}

/** Says the day of an instant. */
export function sayDay(instant: string, language: string): string {
  return findFormat(language, "day").format(new Date(instant));
}

function findFormat(language: string, precision: keyof typeof PARTS): Intl.DateTimeFormat {
  const key = `${language} ${precision}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: "UTC", ...PARTS[precision] });
  formats.set(key, format);
  return format;
}
