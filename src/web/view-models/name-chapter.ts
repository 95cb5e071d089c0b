import type { Say } from "../../pages/frame.ts";

/** Names a chapter in a list: `Part 2: The Fountain`, `Part 2`, or its heading alone. */
export function nameChapter(
  say: Say,
  chapter: { readonly part: string | null; readonly heading: string | null; readonly place: number },
): string {
  const part = say("story.part", { part: chapter.part ?? String(chapter.place) });
  return chapter.heading === null ? part : say("story.part-named", { part, name: chapter.heading });
}
