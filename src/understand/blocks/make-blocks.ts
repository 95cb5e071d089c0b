import type { Block, Inline } from "../../terms/index.ts";
import { edgeOf } from "./find-wrap.ts";
import { firstWordWidth } from "./first-word-width.ts";
import { endsSentence } from "./sentence-signs.ts";
import { CAPTION_RANK, findHeadingRank } from "./find-heading-rank.ts";
import { findLocalLayout } from "./find-local-layout.ts";
import { findLetterLine, isSignature } from "./find-letter-line.ts";
import { isCaption } from "./is-caption.ts";
import { isPreformatted } from "./is-preformatted.ts";
import { isSceneBreak } from "./is-scene-break.ts";
import { joinLines, keepLines } from "./join-lines.ts";
import type { Line } from "./line.ts";
import { markEmphasis } from "./mark-emphasis.ts";
import type { Layout } from "./measure-layout.ts";
import { splitParagraphs } from "./split-paragraphs.ts";
import { splitVerse } from "./split-verse.ts";

/** A heading is shorter than this, and so is the rule under it. */
const LONGEST_RULE = 80;

/**
 * Makes the blocks of lines that stand together and appends them.
 *
 * Headings have their rank as `level` until `finishBlocks` gives the real one.
 * @param bodyStart - No range begins before it.
 */
export function makeBlocks(
  text: string,
  bodyStart: number,
  group: readonly Line[],
  layout: Layout,
  blocks: Block[],
): void {
  const first = group[0]!;
  if (first.depth === 0 && isDrawing(text, group, blocks.at(-1))) {
    pushDrawing(bodyStart, group, blocks);
    return;
  }
  let run: Line[] = [];
  const flush = (): void => {
    if (run.length > 0) makeProse(text, bodyStart, run, layout, blocks);
    run = [];
  };
  for (let at = 0; at < group.length; at++) {
    const line = group[at]!;
    if (isSceneBreak(text, line)) {
      flush();
      pushScene(line, blocks);
      continue;
    }
    const rank = at === 0 || run.length === 0 ? findRank(text, group, at, layout) : undefined;
    if (rank === undefined) {
      run.push(line);
      continue;
    }
    flush();
    const next = group[at + 1];
    if (next !== undefined && isUnderlined(text, group, at)) {
      blocks.push({
        ...makeHeading(text, line, line.end, rank),
        range: { start: line.start, end: next.end },
      });
      at++;
    } else if (next !== undefined && isWrappedHeading(text, group, layout)) {
      blocks.push(makeHeading(text, line, next.end, rank));
      at++;
    } else {
      blocks.push(makeHeading(text, line, line.end, rank));
    }
  }
  flush();
}

/** Lines that would each be a scene break are a drawing when they are many and differ. */
function isDrawing(text: string, group: readonly Line[], before: Block | undefined): boolean {
  if (group.length < 2) return false;
  if (!group.every((line) => isSceneBreak(text, line))) return isPreformatted(text, group);
  if (before?.kind === "preformatted") return true;
  return group.length >= 3 && group.some((line) => edgeOf(line) !== edgeOf(group[0]!));
}

function findRank(text: string, group: readonly Line[], at: number, layout: Layout): number | undefined {
  const line = group[at]!;
  if (line.depth > 0) return undefined;
  const rank = findHeadingRank(text, line);
  if (rank !== undefined && (rank < 3 || at === 0)) return rank;
  if (at > 0) return undefined;
  if (isUnderlined(text, group, at)) return 2;
  return group.length === 1 && isCaption(text, line, layout.wrap?.width) ? CAPTION_RANK : undefined;
}

/** A short line over a rule as long as itself. */
function isUnderlined(text: string, group: readonly Line[], at: number): boolean {
  const line = group[at]!;
  const rule = group[at + 1];
  if (rule === undefined || line.end - line.start > 70 || !isSceneBreak(text, rule)) return false;
  const costume = text.slice(rule.start, Math.min(rule.end, rule.start + LONGEST_RULE));
  return Math.abs(edgeOf(rule) - edgeOf(line)) <= 3 && /^([-=~_*])\1{2,}$/.test(costume);
}

/** Two lines of which the first is full. */
function isWrappedHeading(text: string, group: readonly Line[], layout: Layout): boolean {
  if (group.length !== 2 || layout.wrap === undefined || endsSentence(text, group[0]!)) return false;
  return edgeOf(group[0]!) + 1 + firstWordWidth(text, group[1]!) > layout.wrap.width - 3;
}

function makeHeading(text: string, line: Line, end: number, rank: number): Block {
  let start = line.start;
  if (/^#{1,6}\s/.test(text.slice(start, start + 7))) {
    while (start < line.end && `# \t`.includes(text.charAt(start))) start++;
  }
  const inlines: Inline[] = [{ kind: "text", range: { start, end } }];
  return { kind: "heading", range: { start: line.start, end }, inlines, level: rank };
}

function pushScene(line: Line, blocks: Block[]): void {
  blocks.push({ kind: "scene-break", range: { start: line.start, end: line.end }, inlines: [] });
}

function pushDrawing(bodyStart: number, group: readonly Line[], blocks: Block[]): void {
  const range = { start: Math.max(bodyStart, group[0]!.lead), end: group.at(-1)!.end };
  blocks.push({ kind: "preformatted", range, inlines: [{ kind: "text", range }] });
}

function makeProse(
  text: string,
  bodyStart: number,
  run: readonly Line[],
  layout: Layout,
  blocks: Block[],
): void {
  const local = findLocalLayout(text, run, layout);
  for (const stretch of splitVerse(text, run, local, blocks.at(-1)?.kind === "verse")) {
    if (stretch.verse) {
      blocks.push(makeBlock(text, bodyStart, "verse", stretch.lines, keepLines(stretch.lines)));
      continue;
    }
    for (const lines of splitParagraphs(text, stretch.lines, local)) {
      const kind = findKind(text, lines, blocks.at(-1));
      blocks.push(makeBlock(text, bodyStart, kind, lines, joinLines(text, lines)));
    }
  }
}

function findKind(text: string, lines: readonly Line[], before: Block | undefined): Block["kind"] {
  if (lines.length > 1) return "paragraph";
  const line = lines[0]!;
  if (findLetterLine(text, line) !== undefined) return "letter-line";
  if (before?.kind !== "letter-line") return "paragraph";
  const previous = before.range;
  const closed = findLetterLine(text, { ...line, start: previous.start, end: previous.end }) === "closing";
  return closed && isSignature(text, line) ? "letter-line" : "paragraph";
}

function makeBlock(
  text: string,
  bodyStart: number,
  kind: Block["kind"],
  lines: readonly Line[],
  inlines: readonly Inline[],
): Block {
  const first = lines[0]!;
  const end = lines.at(-1)!.end;
  const marked = markEmphasis(text, inlines);
  if (first.depth === 0) return { kind, range: { start: first.start, end }, inlines: marked };
  const start = findSigns(text, bodyStart, first);
  return { kind: "quote", range: { start, end }, inlines: marked, depth: first.depth };
}

/** Goes back from a quoted line's words to its first `>`. */
function findSigns(text: string, bodyStart: number, line: Line): number {
  let at = line.start;
  while (at > bodyStart && "> \t".includes(text.charAt(at - 1))) at--;
  while (at < line.start && text.charAt(at) !== ">") at++;
  return at;
}
