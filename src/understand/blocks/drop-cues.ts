import type { Block } from "../../terms/index.ts";
import { CAPTION_RANK } from "./find-heading-rank.ts";

/** Said more often, it is a speaker's name. */
const MOST_REPEATED = 2;

/**
 * Makes captions that are no headings into paragraphs: the names over the speeches of a script return again and again,
 * and a text has no more captions than one for five of its blocks.
 */
export function dropCues(text: string, blocks: readonly Block[]): readonly Block[] {
  const captions = blocks.filter((block) => block.level === CAPTION_RANK);
  if (captions.length <= MOST_REPEATED) return blocks;
  const counts = new Map<string, number>();
  for (const caption of captions) {
    const words = wordsOf(text, caption);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const crowded = captions.length > 5 && captions.length * 5 > blocks.length;
  return blocks.map((block) => {
    if (block.level !== CAPTION_RANK) return block;
    if (!crowded && counts.get(wordsOf(text, block))! <= MOST_REPEATED) return block;
    return { kind: "paragraph", range: block.range, inlines: block.inlines };
  });
}

function wordsOf(text: string, block: Block): string {
  return text.slice(block.range.start, block.range.end);
}
