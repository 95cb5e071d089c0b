import { isBlank, lineLength, lineText } from "../lines/line-text.ts";
import { isSeparator } from "../lines/is-separator.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import { isByAlone, readByline } from "../head/read-byline.ts";
import { fold } from "../../text/index.ts";
import { titleKey } from "./title-key.ts";

const MOST = 2000;

/**
 * Gives the lines on which further stories of one file begin: a title with a byline naming the same author under or in it.
 *
 * A byline under the title of the story itself (a repeated header) begins no new story.
 */
export function findInnerStories(
  lines: LineTable,
  bodyLine: number,
  to: number,
  author: string,
  title: string,
): readonly number[] {
  if (author.length < 3) return [];
  const starts: number[] = [];
  const own = titleKey(title);
  let at = lines.start[bodyLine] ?? 0;
  const stop = lines.end[to - 1] ?? 0;
  let line = bodyLine;
  for (
    let found = lines.text.indexOf(author, at);
    found !== -1 && found < stop && starts.length < MOST;
    found = lines.text.indexOf(author, at)
  ) {
    at = found + author.length;
    while (line + 1 < to && (lines.start[line + 1] ?? 0) <= found) line++;
    if (lineLength(lines, line) > 110) continue;
    const head = storyHeadAt(lines, line, bodyLine, author);
    if (head === undefined || titleKey(head.title) === own || titleKey(head.title) === "") continue;
    if (starts.at(-1) !== head.line) starts.push(head.line);
  }
  return starts;
}

function storyHeadAt(
  lines: LineTable,
  line: number,
  floor: number,
  author: string,
): { readonly line: number; readonly title: string } | undefined {
  const words = lineText(lines, line);
  const byline = readByline(words);
  if (byline !== undefined) {
    if (fold(words.slice(byline.author.start, byline.author.end)) !== fold(author)) return undefined;
    if (byline.title !== undefined)
      return apart(lines, line, floor)
        ? { line, title: words.slice(byline.title.start, byline.title.end) }
        : undefined;
    return titleAbove(lines, line, floor);
  }
  return fold(words) === fold(author) && isByAlone(lineText(lines, line - 1))
    ? titleAbove(lines, line - 1, floor)
    : undefined;
}

function titleAbove(
  lines: LineTable,
  line: number,
  floor: number,
): { readonly line: number; readonly title: string } | undefined {
  for (let above = line - 1; above >= Math.max(floor, line - 4); above--) {
    if (isBlank(lines, above) || isSeparator(lines, above)) continue;
    const words = lineText(lines, above);
    if (/^\([^)]*\)$/.test(words)) continue;
    return lineLength(lines, above) <= 70 && apart(lines, above, floor) && !/[,;]$/.test(words)
      ? { line: above, title: words }
      : undefined;
  }
  return undefined;
}

function apart(lines: LineTable, line: number, floor: number): boolean {
  return line <= floor || isBlank(lines, line - 1) || isSeparator(lines, line - 1);
}
