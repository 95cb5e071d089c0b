import { findSingleByteTable } from "../single-byte-table.ts";
import type { Edit } from "./edit.ts";

const CONTROLS = /[\u0080-\u009f]/g;
const HAS_CONTROL = /[\u0080-\u009f]/;
/** Next line: a line end to some programs, and in windows-1252 an ellipsis. */
const NEXT_LINE = "\u0085";
const DETAIL = "Control codes that nobody types: windows-1252 that was read as latin-1.";

/**
 * Finds the control codes U+0080 to U+009F and gives what they are in windows-1252: `don\u0092t` was `don’t`.
 *
 * Codes that windows-1252 has no sign for stay, and so does an ellipsis that stands where a line ends.
 */
export function undoControlQuotes(text: string): Edit[] {
  if (!HAS_CONTROL.test(text)) return [];
  const table = findSingleByteTable("windows-1252") as Uint16Array;
  const edits: Edit[] = [];
  for (const { 0: control, index: start } of text.matchAll(CONTROLS)) {
    const unit = table[control.charCodeAt(0)] as number;
    if (unit === 0xfffd || (control === NEXT_LINE && isLineEnd(text, start))) continue;
    const replacement = String.fromCharCode(unit);
    edits.push({ start, end: start + 1, replacement, code: "T-005", detail: DETAIL });
  }
  return edits;
}

/** Followed by a capital without a blank between: nobody goes on like that after an ellipsis. */
function isLineEnd(text: string, at: number): boolean {
  return /^[\u0085\n]?\p{Lu}/u.test(text.slice(at + 1, at + 3)) && !/\p{L}/u.test(text[at - 1] ?? "");
}
