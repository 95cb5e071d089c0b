import type { Block } from "../../terms/index.ts";

/** Gives headings their levels: from 2, without a gap, in the order of the ranks that occur. */
export function setHeadingLevels(blocks: readonly Block[]): readonly Block[] {
  const ranks = new Set<number>();
  for (const block of blocks) if (block.level !== undefined) ranks.add(block.level);
  if (ranks.size === 0) return blocks;
  const order = [...ranks].sort((a, b) => a - b);
  return blocks.map((block) =>
    block.level === undefined ? block : { ...block, level: order.indexOf(block.level) + 2 },
  );
}
