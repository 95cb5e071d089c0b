import type { StoryFacts } from "../terms/index.ts";

/** Below this many words an equal text may be chance (a stub, a notice): then the title must be equal too. */
const ENOUGH_WORDS = 30;

/** Gives the key under which stories with the same text meet; empty when a story has no text. */
export function sameTextKeyOf(facts: Pick<StoryFacts, "bodyDigest" | "titleKey" | "words">): string {
  if (facts.bodyDigest === "") return "";
  return facts.words >= ENOUGH_WORDS ? facts.bodyDigest : `${facts.bodyDigest} ${facts.titleKey}`;
}
