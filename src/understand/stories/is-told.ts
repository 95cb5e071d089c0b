import { isBlank, lineText } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import { splitWords } from "../lexicon/split-words.ts";

const TELLING = new Set([
  "he",
  "she",
  "his",
  "her",
  "him",
  "said",
  "asked",
  "was",
  "had",
  "er",
  "sie",
  "sagte",
  "war",
  "он",
  "она",
  "сказал",
  "elle",
  "dit",
]);
const SAMPLE = 12_000;

/** Gives how much a run of lines sounds told, from 0: words of telling and dialogue per hundred words. */
export function measureTelling(lines: LineTable, from: number, to: number): number {
  const start = lines.start[from] ?? 0;
  const end = Math.min(lines.end[Math.max(from, to - 1)] ?? start, start + SAMPLE);
  const words = splitWords(lines.text, start, end);
  if (words.count === 0) return 0;
  let told = words.word.reduce((sum, word) => sum + (TELLING.has(word) ? 1 : 0), 0);
  for (let line = from; line < to && (lines.start[line] ?? 0) < end; line++) {
    if (!isBlank(lines, line) && /^["“„«'‘—]/.test(lineText(lines, line).slice(0, 1))) told += 3;
  }
  return (told / words.count) * 100;
}
