import { isBlank, lineLength, lineText } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";

const LONGEST = 6;

/** Gives the line after a mail signature that stands above the story: `--` alone, then a few lines, one with an address, then a blank one. */
export function findOpeningSignatureEnd(lines: LineTable, line: number, to: number): number | undefined {
  if (lineLength(lines, line) !== 2 || lineText(lines, line) !== "--") return undefined;
  let end = line + 1;
  let addressed = false;
  while (end < to && end - line <= LONGEST && !isBlank(lines, end)) {
    addressed ||= /\S@\S|\/\//.test(lineText(lines, end));
    end++;
  }
  return addressed && end > line + 1 && isBlank(lines, end) ? end : undefined;
}
