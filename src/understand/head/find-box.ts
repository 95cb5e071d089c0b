import { isBlank, lineText } from "../lines/line-text.ts";
import { isSeparator } from "../lines/is-separator.ts";
import type { LineTable } from "../lines/make-line-table.ts";

const TALLEST = 30;
const NARROWEST = 20;
const BORDERS = "|*#:!¦│║";
const CORNERS = "+.,/*#=-_┌╔:";

/**
 * Gives the line after a box drawn with signs that begins on a line: a rule, lines that all begin with the border, a rule.
 *
 * A line that wrapped (the right border alone on the next line) stays inside.
 */
export function findBoxEnd(lines: LineTable, line: number, to: number): number | undefined {
  if (!isRule(lines, line)) return undefined;
  const border = lines.text[lines.first[line + 1] ?? 0] ?? "";
  if (!BORDERS.includes(border) || line + 1 >= to) return undefined;
  let inside = 0;
  for (let at = line + 1; at < Math.min(to, line + TALLEST); at++) {
    if (isBlank(lines, at)) return undefined;
    if (isRule(lines, at) && (inside > 0 || border !== "*")) {
      const next = lines.text[lines.first[at + 1] ?? 0];
      if (at + 1 < to && next === border && !isRule(lines, at + 1)) continue;
      return inside > 0 ? at + 1 : undefined;
    }
    if (lines.text[lines.first[at] ?? 0] !== border) return undefined;
    if (border === "*" && !lineText(lines, at).endsWith("*")) return undefined;
    if (/[\p{L}\d]/u.test(lineText(lines, at))) inside++;
  }
  return undefined;
}

function isRule(lines: LineTable, line: number): boolean {
  const first = lines.first[line] ?? 0;
  const last = lines.last[line] ?? 0;
  return last - first >= NARROWEST && CORNERS.includes(lines.text[first] ?? " ") && isSeparator(lines, line);
}

/** Gives the runs of words inside a box: the borders left out, parted where three spaces stand. */
export function wordsInBox(
  lines: LineTable,
  from: number,
  to: number,
): readonly { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (let line = from; line < to; line++) {
    const base = lines.first[line] ?? 0;
    for (const found of lineText(lines, line)
      .slice(0, 200)
      .matchAll(/[^\s|*#│║¦]+(?: {1,2}[^\s|*#│║¦]+)*/gu)) {
      if (/\p{L}/u.test(found[0]))
        runs.push({ start: base + found.index, end: base + found.index + found[0].length });
    }
  }
  return runs;
}
