/**
 * Gives the key that all parts of one work share, or the empty string when this story is no part of anything.
 *
 * A title alone never joins: without an author the parts must lie in the same folder of the same source.
 * A wrong join is worse than none.
 */
export function partKeyOf(story: {
  readonly source: string;
  readonly folder: string;
  readonly titleKey: string;
  readonly authorKey: string;
  readonly part: string | null;
}): string {
  if (story.part === null || story.titleKey === "") return "";
  const who = story.authorKey === "" ? `in ${story.folder}` : `by ${story.authorKey}`;
  return [story.source, story.titleKey, who].join("\u001F");
}
