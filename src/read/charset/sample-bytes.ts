const SECTIONS = 16;
const SECTION_BYTES = 256;
const BEFORE = 24;
const LINE_FEED = 0x0a;

/**
 * Gives some stretches of a stream around bytes that are not ASCII, spread over all of it; 4 KiB at most.
 *
 * Why: what tells charsets apart are those bytes and their neighbours, and looking at all of them was the slowest thing in the
 * house.
 */
export function sampleBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SECTIONS * SECTION_BYTES) return bytes;
  const sample = new Uint8Array(SECTIONS * (SECTION_BYTES + 1));
  const step = Math.ceil(bytes.length / SECTIONS);
  let length = 0;
  let done = 0;
  for (let section = 0; section < bytes.length; section += step) {
    const border = findBorder(bytes, Math.max(section, done), section + step);
    const found = findHigh(bytes, border, section + step);
    if (found === undefined) continue;
    const start = Math.max(border, found - BEFORE);
    done = findLastBorder(bytes, start, Math.min(bytes.length, start + SECTION_BYTES));
    sample.set(bytes.subarray(start, done), length);
    length += done - start;
    sample[length++] = LINE_FEED;
  }
  return sample.subarray(0, length);
}

function findHigh(bytes: Uint8Array, start: number, end: number): number | undefined {
  const last = Math.min(end, bytes.length);
  for (let at = start; at < last; at++) if ((bytes[at] as number) >= 0x80) return at;
  return undefined;
}

/** No second byte of a character lies below `@`: after a blank or a line end a character begins. */
function findBorder(bytes: Uint8Array, start: number, end: number): number {
  if (start === 0) return 0;
  const last = Math.min(end, bytes.length);
  for (let at = start; at < last; at++) if ((bytes[at] as number) < 0x40) return at;
  return last;
}

/** A stretch must not end inside a character either: detectors drop a charset for one broken character. */
function findLastBorder(bytes: Uint8Array, start: number, end: number): number {
  for (let at = end; at > start + BEFORE; at--) if ((bytes[at - 1] as number) < 0x40) return at;
  return end;
}
