import type { Block } from "../../terms/index.ts";

const NOTE = /^(?:\[(?:\d{1,3}|[a-z*†‡]{1,3})\]|\((?:\d{1,3}|\*{1,3})\)|(?:\*{1,4}|[†‡])(?=[\s\p{L}"']))/u;
const REFERENCE =
  /[\p{L}\p{N}.,!?"'”’*_] ?(\[(?:\d{1,3}|[a-z*†‡]{1,3})\]|\((?:\d{1,3}|\*{1,3})\))|[\p{L}.,!?"'”’](\*{1,4}|[†‡])(?![*\p{L}])/gu;

/** Notes stand in the last two fifths of the blocks. */
const EARLIEST = 0.6;

/**
 * Finds which blocks are notes: near the end, opening with `[1]`, `(1)` or `*`, while a word before bears the same sign.
 *
 * Shape: places in `blocks`.
 */
export function findFootnotes(text: string, blocks: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>();
  let references: ReadonlySet<string> | undefined;
  for (let at = Math.floor(blocks.length * EARLIEST); at < blocks.length; at++) {
    const sign = findSign(text, blocks[at]!);
    if (sign === undefined) continue;
    references ??= findReferences(text, blocks);
    if (references.has(sign)) found.add(at);
  }
  return found;
}

function findSign(text: string, block: Block): string | undefined {
  if (block.kind !== "paragraph") return undefined;
  // The sign of a mark is none of a note: `*grins*`.
  if (block.inlines[0]!.range.start !== block.range.start) return undefined;
  return NOTE.exec(text.slice(block.range.start, block.range.start + 12))?.[0];
}

/** All signs that words bear; found inside one text inline, as signs of marks lie outside. */
function findReferences(text: string, blocks: readonly Block[]): ReadonlySet<string> {
  const signs = new Set<string>();
  for (const block of blocks) {
    for (const inline of block.inlines) {
      if (inline.kind !== "text") continue;
      const words = text.slice(inline.range.start, inline.range.end);
      for (const match of words.matchAll(REFERENCE)) signs.add(match[1] ?? match[2]!);
    }
  }
  return signs;
}
