import type { TextRange } from "../../terms/index.ts";
import type { Edit } from "./edit.ts";

/**
 * Gives where a stretch stands after edits; an edited stretch becomes its replacement.
 *
 * @param edits - In order, without overlap.
 */
export function moveRange(range: TextRange, edits: readonly Edit[]): TextRange {
  return { start: moveOffset(range.start, edits, "start"), end: moveOffset(range.end, edits, "end") };
}

function moveOffset(offset: number, edits: readonly Edit[], side: "start" | "end"): number {
  const before = countBefore(edits, offset, side);
  const shift = shiftsOf(edits)[before] as number;
  const edit = edits[before];
  const inside = edit !== undefined && edit.start < offset && offset < edit.end;
  if (!inside) return offset + shift;
  return edit.start + shift + (side === "end" ? edit.replacement.length : 0);
}

/** How many edits lie wholly before an offset. */
function countBefore(edits: readonly Edit[], offset: number, side: "start" | "end"): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start, end } = edits[middle] as Edit;
    const isBefore = side === "end" && start === end ? end < offset : end <= offset;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

const shiftsByEdits = new WeakMap<readonly Edit[], Int32Array>();

/** For each number of edits passed, by how much the text has grown. */
function shiftsOf(edits: readonly Edit[]): Int32Array {
  const known = shiftsByEdits.get(edits);
  if (known !== undefined) return known;
  const shifts = new Int32Array(edits.length + 1);
  for (const [index, edit] of edits.entries()) {
    shifts[index + 1] = (shifts[index] as number) + edit.replacement.length - (edit.end - edit.start);
  }
  shiftsByEdits.set(edits, shifts);
  return shifts;
}
