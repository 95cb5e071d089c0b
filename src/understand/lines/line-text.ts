import type { LineTable } from "./make-line-table.ts";

/** Gives the words of a line, without the white space around them. */
export function lineText(lines: LineTable, line: number): string {
  return lines.text.slice(lines.first[line], lines.last[line]);
}

/** Whether a line holds nothing but white space; lines outside the text are blank. */
export function isBlank(lines: LineTable, line: number): boolean {
  return line < 0 || line >= lines.count || lines.first[line] === lines.last[line];
}

/** Gives how many characters of a line can be seen. */
export function lineLength(lines: LineTable, line: number): number {
  return (lines.last[line] ?? 0) - (lines.first[line] ?? 0);
}

/** Gives how far a line is indented, a tab counting to the next multiple of eight. */
export function indentOf(lines: LineTable, line: number): number {
  let column = 0;
  for (let at = lines.start[line] ?? 0; at < (lines.first[line] ?? 0); at++) {
    column = lines.text.charCodeAt(at) === 9 ? (column | 7) + 1 : column + 1;
  }
  return column;
}
