import { isSeparator } from "../lines/is-separator.ts";
import { isBlank } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import { readMailBlock, type MailBlock } from "./read-mail-block.ts";

/** A posting: a run of lines with the mail or news headers at its top, outermost first; none for a plain text. */
export interface Posting {
  readonly from: number;
  readonly to: number;
  readonly mails: readonly MailBlock[];
}

const NESTED_LINES = 8;
const NESTED_LENGTH = 260;

/** Gives the postings of a text, covering all its lines; headers forwarded inside headers stay with one posting. */
export function findPostings(lines: LineTable): readonly Posting[] {
  const blocks: MailBlock[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (lines.first[line] === lines.last[line]) continue;
    if (line > 0 && !isBlank(lines, line - 1) && !isSeparator(lines, line - 1)) continue;
    const block = readMailBlock(lines, line, lines.count);
    if (block === undefined) continue;
    blocks.push(block);
    line = block.endLine - 1;
  }
  const groups: MailBlock[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (
      group !== undefined &&
      last !== undefined &&
      countWords(lines, last.endLine, block.firstLine) < NESTED_LINES &&
      (lines.start[block.firstLine] ?? 0) - (lines.start[last.endLine] ?? 0) < NESTED_LENGTH &&
      !isParted(lines, last.endLine, block.firstLine)
    )
      group.push(block);
    else groups.push([block]);
  }
  const opening = groups[0]?.[0];
  if (opening === undefined) return [{ from: 0, to: lines.count, mails: [] }];
  const joinsTop = countWords(lines, 0, opening.firstLine) < NESTED_LINES * 2;
  const postings: Posting[] = joinsTop ? [] : [{ from: 0, to: opening.firstLine, mails: [] }];
  groups.forEach((mails, index) => {
    const from = index === 0 && joinsTop ? 0 : (mails[0]?.firstLine ?? 0);
    postings.push({ from, to: groups[index + 1]?.[0]?.firstLine ?? lines.count, mails });
  });
  return postings;
}

/** A rule right above the headers, and words before it: the next message of a digest, not one inside another. */
function isParted(lines: LineTable, from: number, to: number): boolean {
  let line = to - 1;
  while (line >= from && isBlank(lines, line)) line--;
  return line > from && isSeparator(lines, line) && countWords(lines, from, line) > 0;
}

function countWords(lines: LineTable, from: number, to: number): number {
  let seen = 0;
  for (let line = from; line < to; line++) if (!isBlank(lines, line)) seen++;
  return seen;
}
