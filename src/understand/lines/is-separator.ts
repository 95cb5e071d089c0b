import { isLetterOrDigit } from "./is-letter.ts";
import type { LineTable } from "./make-line-table.ts";

/** Whether a line is a rule drawn with signs (`-----`, `* * *`, `~~~`, `oOoOo`, `###`), not words. */
export function isSeparator(lines: LineTable, line: number): boolean {
  const from = lines.first[line] ?? 0;
  const to = lines.last[line] ?? 0;
  const length = to - from;
  if (length === 0) return false;
  const { text } = lines;
  let signs = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 32) continue;
    if (isLetterOrDigit(unit)) return length <= 80 && isLetterCostume(text.slice(from, to));
    signs++;
  }
  return signs >= 3 || (signs >= 1 && "*#~=+^•§-_".includes(text[from] ?? "") && length <= 3);
}

function isLetterCostume(words: string): boolean {
  return /^[\W_]*(?:(?:[oOxX0][\s\W_]*){3,80}|[-=*~<>_\s.]{4,40}[oOxXvV][-=*~<>_\s.]{4,40})$/.test(words);
}
