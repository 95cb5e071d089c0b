import type { Say } from "../../pages/frame.ts";

/** Words a minute of quiet reading. */
const PACE = 240;

/** Says how long a text takes to read: `11 min`, `2 h 8 min`; at least one minute. */
export function sayMinutes(say: Say, words: number): string {
  const minutes = countMinutes(words);
  return minutes < 60
    ? say("row.minutes", { minutes })
    : say("row.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** Counts the minutes a text takes to read; at least one. */
export function countMinutes(words: number): number {
  return Math.max(1, Math.round(words / PACE));
}
