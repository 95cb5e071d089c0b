import type { StatedDate } from "../../app/site-use-cases.ts";

/** Says a date as far as it is known, in the reader's language; in the words as written when it could not be read. */
export function sayDate(date: StatedDate, language: string): string {
  if (date.year === null) return date.asWritten;
  if (date.month === null) return String(date.year);
  const known = new Date(Date.UTC(2000, date.month - 1, date.day ?? 1));
  known.setUTCFullYear(date.year);
  return new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(date.day === null ? {} : { day: "numeric" }),
  }).format(known);
}

/** Says the day of an instant. */
export function sayDay(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: "UTC", dateStyle: "long" }).format(new Date(instant));
}
