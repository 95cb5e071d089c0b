import type { ByteRange } from "../terms/index.ts";

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Gives a stream with some ranges overwritten by spaces, line ends kept, so that every offset behind them stays true.
 *
 * @param ranges - Half-open, in bytes from the start; may touch or overlap, in any order.
 */
export async function* blankRanges(
  chunks: AsyncIterable<Uint8Array>,
  ranges: readonly ByteRange[],
): AsyncIterable<Uint8Array> {
  const ordered = ranges.toSorted((a, b) => a.start - b.start);
  let offset = 0;
  for await (const chunk of chunks) {
    const blanked = Uint8Array.from(chunk);
    for (const range of ordered) {
      if (range.start >= offset + chunk.length) break;
      blank(blanked, Math.max(range.start - offset, 0), Math.min(range.end - offset, chunk.length));
    }
    offset += chunk.length;
    yield blanked;
  }
}

function blank(bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) bytes[at] = SPACE;
  }
}
