import type { Block } from "../../terms/index.ts";

/** Gives headings their levels by the order of the ranks that occur: from 2, and never two steps down at once. */
export function setHeadingLevels(blocks: readonly Block[]): readonly Block[] {
  const ranks = new Set<number>();
  for (const block of blocks) if (block.level !== undefined) ranks.add(block.level);
  if (ranks.size === 0) return blocks;
  const order = [...ranks].sort((a, b) => a - b);
  let before = 1;
  return blocks.map((block) => {
    if (block.level === undefined) return block;
    before = Math.min(order.indexOf(block.level) + 2, before + 1);
    return { ...block, level: before };
  });
}
