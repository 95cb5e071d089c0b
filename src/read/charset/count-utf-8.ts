/** What a sample holds of UTF-8. */
export interface Utf8Count {
  /** Well-formed sequences of several bytes. */
  readonly sequences: number;
  /** Bytes that are in none. */
  readonly strays: number;
  /** Strays that stand beside other strays. */
  readonly inRuns: number;
  /** Share of all bytes outside ASCII that stand beside another one. */
  readonly besideShare: number;
}

/** Counts well-formed sequences and other bytes outside ASCII. */
export function countUtf8(bytes: Uint8Array): Utf8Count {
  let sequences = 0;
  let strays = 0;
  let inRuns = 0;
  let lastStray = -2;
  let high = 0;
  let beside = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] as number) < 0x80) continue;
    high++;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) beside++;
  }
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    const size =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (size > 0 && isFollowed(bytes, at, size)) {
      sequences++;
      at += size - 1;
      continue;
    }
    strays++;
    if (lastStray === at - 1) inRuns++;
    lastStray = at;
  }
  return { sequences, strays, inRuns, besideShare: high === 0 ? 0 : beside / high };
}

function isFollowed(bytes: Uint8Array, at: number, size: number): boolean {
  for (let next = at + 1; next < at + size; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}
