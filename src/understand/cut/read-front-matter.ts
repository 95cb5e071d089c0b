import type { TextRange } from "../../terms/index.ts";
import { isBlank, lineText } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";

/** One key of a front matter with its values: one, or the items of a list. */
export interface FrontMatterEntry {
  readonly key: TextRange;
  readonly values: readonly TextRange[];
}

/** A YAML front matter at the top of a text. */
export interface FrontMatter {
  /** The line after the closing fence. */
  readonly endLine: number;
  readonly entries: readonly FrontMatterEntry[];
}

const LONGEST = 300;

/** Gives the front matter a text opens with: `---`, keys, and `---`, `...` or the mistyped `--`. */
export function readFrontMatter(lines: LineTable, from: number, to: number): FrontMatter | undefined {
  let line = from;
  while (line < to && line < from + 3 && isBlank(lines, line)) line++;
  if (line >= to || !/^(?:---+|\+\+\+)$/.test(lineText(lines, line).slice(0, 20))) return undefined;
  const entries: { key: TextRange; values: TextRange[] }[] = [];
  for (let at = line + 1; at < Math.min(to, line + LONGEST); at++) {
    const words = lineText(lines, at).slice(0, 4000);
    if (/^(?:---?|\.\.\.|\+\+\+)$/.test(words))
      return entries.length === 0 ? undefined : { endLine: at + 1, entries };
    if (words === "" || words.startsWith("#")) continue;
    const indented = (lines.first[at] ?? 0) > (lines.start[at] ?? 0);
    const base = lines.first[at] ?? 0;
    const last = entries.at(-1);
    if (words.startsWith("- ") && last !== undefined) {
      last.values.push(unquote(lines.text, base + 2, lines.last[at] ?? 0));
      continue;
    }
    const found = /^["']?([\w -]{1,40})["']?\s*[:=]\s*/.exec(words);
    if (found !== null && !indented) {
      const start = base + found[0].length;
      const value = { start, end: lines.last[at] ?? 0 };
      entries.push({
        key: { start: base, end: base + (found[1]?.length ?? 0) },
        values: valuesOf(lines.text, value),
      });
    } else if (last !== undefined && indented) {
      const open = last.values.at(-1);
      if (open === undefined) last.values.push({ start: base, end: lines.last[at] ?? 0 });
      else last.values[last.values.length - 1] = { start: open.start, end: lines.last[at] ?? 0 };
    } else return undefined;
  }
  return undefined;
}

function valuesOf(text: string, { start, end }: TextRange): TextRange[] {
  if (start >= end || /^[>|][+-]?$/.test(text.slice(start, end))) return [];
  if (text[start] !== "[" || text[end - 1] !== "]") return [unquote(text, start, end)];
  const values: TextRange[] = [];
  let at = start + 1;
  while (at < end - 1) {
    const comma = text.indexOf(",", at);
    const stop = comma === -1 || comma > end - 1 ? end - 1 : comma;
    const item = unquote(text, at, stop);
    if (item.end > item.start) values.push(item);
    at = stop + 1;
  }
  return values;
}

function unquote(text: string, from: number, to: number): TextRange {
  let start = from;
  let end = to;
  while (start < end && text[start] === " ") start++;
  while (end > start && text[end - 1] === " ") end--;
  const quote = text[start];
  if (end - start >= 2 && (quote === '"' || quote === "'") && text[end - 1] === quote)
    return { start: start + 1, end: end - 1 };
  return { start, end };
}
