import type { Frame } from "../../pages/frame.ts";

/** Says who wrote it: `by Marigold and T. Lamb`, or that nobody said. */
export function sayBy(frame: Frame, creators: readonly string[]): string {
  return creators.length === 0
    ? frame.say("row.no-creator")
    : frame.say("row.by", { name: joinNames(frame, creators) });
}

/** Joins names as the reader's language does it. */
export function joinNames(frame: Frame, names: readonly string[]): string {
  return new Intl.ListFormat(frame.language, { type: "conjunction" }).format(names);
}
