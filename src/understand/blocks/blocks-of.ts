import type { Block, TextRange } from "../../terms/index.ts";
import { finishBlocks } from "./finish-blocks.ts";
import type { Line } from "./line.ts";
import { makeBlocks } from "./make-blocks.ts";
import { markQuotes } from "./mark-quotes.ts";
import { measureLayout, type Layout } from "./measure-layout.ts";
import { splitLines } from "./split-lines.ts";

/**
 * Gives the blocks of a story's body: paragraphs unwrapped whatever the layout, scene breaks, headings, letters, verse,
 * drawings, quotes, footnotes, with emphasis marked.
 *
 * Shape: in order, not overlapping. Every visible character of the body lies in the range of one block (but for lines of
 * only `>`), and in one of its inlines unless it is the sign of a mark, a scene break's costume or a quote sign.
 * @param text - A text layer, line ends as received.
 * @param body - The story in it, from its first word to its last.
 */
export function blocksOf(text: string, body: TextRange): readonly Block[] {
  const start = Math.max(0, body.start);
  const end = Math.min(body.end, text.length);
  const split = splitLines(text, { start, end });
  const { lines, layout } = measureLayout(text, markQuotes(text, split.lines));
  const blocks: Block[] = [];
  let from = 0;
  for (let at = 1; at <= lines.length; at++) {
    const line = lines[at];
    const previous = lines[at - 1]!;
    if (line !== undefined && !isApart(line, previous, layout)) continue;
    makeBlocks(text, start, lines.slice(from, at), layout, blocks);
    from = at;
    if (line !== undefined && isSceneGap(line, layout)) {
      blocks.push({ kind: "scene-break", range: { start: previous.end, end: line.lead }, inlines: [] });
    }
  }
  if (split.restStart < end) {
    const range = { start: split.restStart, end };
    blocks.push({ kind: "preformatted", range, inlines: [{ kind: "text", range }] });
  }
  return finishBlocks(text, blocks);
}

function isApart(line: Line, previous: Line, layout: Layout): boolean {
  return line.gap > 0 || line.depth !== previous.depth || isSceneGap(line, layout);
}

function isSceneGap(line: Line, layout: Layout): boolean {
  return line.gap >= layout.sceneGap || (line.page && layout.pagesAreScenes);
}
