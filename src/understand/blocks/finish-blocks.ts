import type { Block } from "../../terms/index.ts";
import { findDirection } from "./find-direction.ts";
import { findFootnotes } from "./find-footnotes.ts";
import { dropCues } from "./drop-cues.ts";
import { markDatelines } from "./mark-datelines.ts";
import { setHeadingLevels } from "./set-heading-levels.ts";

/** Drawings no further apart than this many characters of white space are one. */
const DRAWING_GAP = 12;

/**
 * Finishes the blocks of a body with what only the neighbours tell: scene breaks that repeat each other or stand at a
 * heading or an end are one or none, parts of a drawing come together, notes are known as such, headings get levels.
 */
export function finishBlocks(text: string, blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const merged = before === undefined ? undefined : mergeBlocks(before, block);
    if (merged !== undefined) joined[joined.length - 1] = merged;
    else joined.push(block);
  }
  const kept = joined.filter((block, at) => !isNeedlessGap(text, joined, block, at));
  const named = markDatelines(text, dropCues(text, kept));
  const notes = findFootnotes(text, named);
  const finished = named.map((block, at) => finishBlock(text, block, notes.has(at)));
  return setHeadingLevels(finished);
}

function mergeBlocks(before: Block, block: Block): Block | undefined {
  if (before.kind !== block.kind) return undefined;
  const range = { start: before.range.start, end: block.range.end };
  if (block.kind === "scene-break") return { ...block, range };
  if (block.kind !== "preformatted") return undefined;
  if (block.range.start - before.range.end > DRAWING_GAP) return undefined;
  return { ...block, range, inlines: [{ kind: "text", range }] };
}

/** A gap of blank lines beside a heading or a drawing says nothing new. */
function isNeedlessGap(text: string, blocks: readonly Block[], block: Block, at: number): boolean {
  if (block.kind !== "scene-break" || text.slice(block.range.start, block.range.end).trim() !== "") {
    return false;
  }
  const next = blocks[at + 1];
  const before = blocks[at - 1];
  return next === undefined || before === undefined || next.kind === "heading" || before.kind === "heading";
}

function finishBlock(text: string, block: Block, note: boolean): Block {
  const direction = findDirection(text, block.range);
  const known: Block = note ? { ...block, kind: "footnote" } : block;
  return direction === undefined ? known : { ...known, direction };
}
