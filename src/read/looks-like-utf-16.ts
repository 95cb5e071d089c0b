const SAMPLE_BYTES = 4096;

/** In UTF-16 text even without Latin letters, blanks and line ends put this share of NULs on one side. */
const LEAST_NULS = 0.08;

/**
 * Tells the byte order of UTF-16, by its mark or by NULs that all stand on one side; `undefined` when it is not UTF-16.
 *
 * Holes of NULs in a text of single bytes stand on both sides.
 */
export function looksLikeUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const end = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const least = Math.max(1, (end / 2) * LEAST_NULS);
  if (odd >= least && even * 20 < odd) return "utf-16le";
  if (even >= least && odd * 20 < even) return "utf-16be";
  return undefined;
}
