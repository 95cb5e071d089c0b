import type { Frame } from "../../pages/frame.ts";

/** Making one takes longer than using it on a whole page. */
const formats = new Map<string, Intl.ListFormat>();

/** Says who wrote it: `by Marigold and T. Lamb`, or that nobody said. */
export function sayBy(frame: Frame, creators: readonly string[]): string {
  return creators.length === 0
    ? frame.say("row.no-creator")
    : frame.say("row.by", { name: joinNames(frame, creators) });
}

/** Joins names as the reader's language does it. */
export function joinNames(frame: Frame, names: readonly string[]): string {
  const [only = ""] = names;
  if (names.length < 2) return only;
  const format = formats.get(frame.language) ?? new Intl.ListFormat(frame.language, { type: "conjunction" });
  formats.set(frame.language, format);
  return format.format(names);
}
