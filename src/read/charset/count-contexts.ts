/** A byte outside ASCII between its neighbours, and how often it stands so. */
export interface Context {
  /** Three bytes; ASCII neighbours stand for their kind: `a`, `A`, `0`, a blank, a full stop. */
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** Counts what stands around the bytes outside ASCII: a text has few different places, however long it is. */
export function countContexts(sample: Uint8Array): Context[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] as number;
    if (byte < 0x80) continue;
    const key = (kindOf(sample[at - 1] ?? 0x20) << 16) | (byte << 8) | kindOf(sample[at + 1] ?? 0x20);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({
    bytes: Uint8Array.of(key >> 16, (key >> 8) & 0xff, key & 0xff),
    count,
  }));
}

function kindOf(byte: number): number {
  if (byte >= 0x80) return byte;
  if (byte >= 0x61 && byte <= 0x7a) return 0x61;
  if (byte >= 0x41 && byte <= 0x5a) return 0x41;
  if (byte >= 0x30 && byte <= 0x39) return 0x30;
  return byte <= 0x20 ? 0x20 : 0x2e;
}
