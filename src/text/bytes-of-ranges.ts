import type { ByteRange, LayerMap, MapRun, TextRange } from "../terms/index.ts";

/** A place in the walk over the text: offsets only ever grow, so each character is counted once. */
interface Cursor {
  run: number;
  textAt: number;
  byteAt: number;
}

/**
 * Gives the bytes under stretches of a text, in the order of the stretches.
 *
 * Shape: from the first byte of the first character to the last byte of the last one; an empty stretch gives an empty range. An
 * offset inside a run of unit `whole` means the whole run. Offsets outside the text are moved to its ends.
 * Why many at once: in UTF-8 the bytes must be counted from the start of a run, and one walk serves all.
 */
export function bytesOfRanges(text: string, map: LayerMap, ranges: readonly TextRange[]): ByteRange[] {
  if (ranges.length === 0) return [];
  if (map.length === 1 && map[0]?.unit === "single")
    return ranges.map((range) => shift(range, map[0] as MapRun));
  const offsets = [...new Set(ranges.flatMap((range) => [range.start, range.end]))].toSorted((a, b) => a - b);
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const cursor: Cursor = { run: 0, textAt: map[0]?.textStart ?? 0, byteAt: map[0]?.byteStart ?? 0 };
  for (const offset of offsets) {
    ends.set(offset, findByte(text, map, cursor, offset, "end"));
    starts.set(offset, findByte(text, map, cursor, offset, "start"));
  }
  return ranges.map((range) => {
    const start = starts.get(range.start) as number;
    return { start, end: range.end > range.start ? (ends.get(range.end) as number) : start };
  });
}

function shift(range: TextRange, run: MapRun): ByteRange {
  const start = Math.min(Math.max(range.start, 0), run.textEnd) + run.byteStart;
  return { start, end: Math.max(start, Math.min(range.end, run.textEnd) + run.byteStart) };
}

/** At a border an `end` belongs to the run before, a `start` to the run after: the gap between them is neither's. */
function findByte(
  text: string,
  map: LayerMap,
  cursor: Cursor,
  offset: number,
  side: "start" | "end",
): number {
  for (;;) {
    const next = map[cursor.run + 1];
    if (next === undefined || (side === "end" ? offset <= next.textStart : offset < next.textStart)) break;
    cursor.run++;
    cursor.textAt = next.textStart;
    cursor.byteAt = next.byteStart;
  }
  const run = map[cursor.run];
  if (run === undefined || offset <= run.textStart) return run?.byteStart ?? 0;
  if (offset >= run.textEnd) return run.byteEnd;
  if (run.unit === "whole") return side === "start" ? run.byteStart : run.byteEnd;
  if (run.unit === "single") return run.byteStart + offset - run.textStart;
  if (run.unit === "utf-16") return run.byteStart + (offset - run.textStart) * 2;
  return countUtf8(text, cursor, offset, side);
}

function countUtf8(text: string, cursor: Cursor, offset: number, side: "start" | "end"): number {
  const insidePair =
    (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
  const goal = insidePair ? offset - 1 : offset;
  let { textAt, byteAt } = cursor;
  while (textAt < goal) {
    const unit = text.charCodeAt(textAt);
    if (unit < 0x80) byteAt++;
    else if (unit < 0x800) byteAt += 2;
    else if ((unit & 0xfc00) === 0xd800) {
      byteAt += 4;
      textAt++;
    } else byteAt += 3;
    textAt++;
  }
  cursor.textAt = textAt;
  cursor.byteAt = byteAt;
  return insidePair && side === "end" ? byteAt + 4 : byteAt;
}
