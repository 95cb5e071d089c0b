import { isBlank, lineLength, lineText } from "../lines/line-text.ts";
import { isSeparator } from "../lines/is-separator.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import { readLabels } from "../labels/read-labels.ts";
import { findEndMarker } from "../tail/find-end-marker.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { titleKey } from "./title-key.ts";

const MOST = 2000;
const REACH = 40;
const FEWEST = 2;

/**
 * Gives the lines on which further stories with a header of their own begin: a block of label lines that names another title.
 *
 * A block that repeats the story's title, with another part, begins no new story.
 */
export function findLabelBlocks(
  lines: LineTable,
  from: number,
  to: number,
  title: string,
  lexicon: Lexicon,
): readonly number[] {
  const starts: number[] = [];
  const own = titleKey(title);
  let colon = -1;
  for (let line = from; line < to && starts.length < MOST; line++) {
    if (isBlank(lines, line) || !begins(lines, line, from, lexicon)) continue;
    const first = lines.first[line] ?? 0;
    if (colon < first) colon = lines.text.indexOf(":", first);
    if (colon === -1) return starts;
    if (colon > Math.min(first + REACH, lines.last[line] ?? 0)) continue;
    const block = readBlock(lines, line, to, lexicon);
    if (block === undefined) continue;
    const key = titleKey(block.title);
    if (key !== "" && (own === "" || (!key.startsWith(own) && !own.startsWith(key)))) starts.push(line);
    line = block.endLine;
  }
  return starts;
}

function begins(lines: LineTable, line: number, from: number, lexicon: Lexicon): boolean {
  if (line === from || isBlank(lines, line - 1) || isSeparator(lines, line - 1)) return true;
  return lineLength(lines, line - 1) < 30 && findEndMarker(lineText(lines, line - 1), lexicon) !== undefined;
}

/** A block needs two known labels, one of them the title's, and the second within its first three lines. */
function readBlock(
  lines: LineTable,
  from: number,
  to: number,
  lexicon: Lexicon,
): { readonly title: string; readonly endLine: number } | undefined {
  let title: string | undefined;
  let known = 0;
  let line = from;
  for (; line < to && !isBlank(lines, line) && line - from < REACH; line++) {
    const hits = readLabels(lines.text, lines.first[line] ?? 0, lines.last[line] ?? 0, lexicon);
    if (hits[0]?.strength !== "known" && line - from >= known + 2) break;
    for (const { strength, rows, value } of hits) {
      if (strength !== "known") continue;
      known++;
      if (rows.some(({ field }) => field === "title") && value.end > value.start)
        title ??= lines.text.slice(value.start, value.end);
    }
    if (line === from && known === 0) return undefined;
  }
  return title !== undefined && known >= FEWEST ? { title, endLine: line } : undefined;
}
