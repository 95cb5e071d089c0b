import type { Block } from "../../terms/index.ts";

const LONGEST = 60;

/** Makes a short line over a salutation part of the letter: the place and the date, or an address. */
export function markDatelines(text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, at) => {
    const next = blocks[at + 1];
    if (block.kind !== "paragraph" || next?.kind !== "letter-line") return block;
    const { start, end } = block.range;
    const after = text.charAt(next.range.end - 1);
    if (end - start > LONGEST || !`,:`.includes(after)) return block;
    const words = text.slice(start, end);
    return /\d/.test(words) && !/[!?"”;:,]$/.test(words) && !/[\r\n]/.test(words)
      ? { ...block, kind: "letter-line" }
      : block;
  });
}
