/** A line longer than this is cut inside: 64 KiB. */
const LONGEST_LINE = 65_536;

/**
 * Cuts bytes that end anywhere, so that they end after a line, or at least after a whole character.
 *
 * Shape: a view from the start of the same bytes, never empty unless they are.
 */
export function cutBytes(bytes: Uint8Array, charset: string): Uint8Array {
  if (charset.startsWith("utf-16")) return cutSixteen(bytes, charset === "utf-16be");
  const least = Math.max(0, bytes.length - LONGEST_LINE);
  const feed = bytes.lastIndexOf(0x0a);
  if (feed >= least) return bytes.subarray(0, feed + 1);
  const carriage = bytes.lastIndexOf(0x0d);
  if (carriage >= least) return bytes.subarray(0, carriage + 1);
  return charset === "utf-8" ? cutUtf8(bytes) : bytes;
}

function cutUtf8(bytes: Uint8Array): Uint8Array {
  let lead = bytes.length - 1;
  while (lead > bytes.length - 4 && lead > 0 && ((bytes[lead] as number) & 0xc0) === 0x80) lead--;
  const byte = bytes[lead] ?? 0;
  const size = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  return lead + size > bytes.length ? bytes.subarray(0, lead) : bytes;
}

function cutSixteen(bytes: Uint8Array, bigEndian: boolean): Uint8Array {
  const even = bytes.subarray(0, bytes.length & ~1);
  const least = Math.max(0, even.length - LONGEST_LINE);
  for (let at = even.length - 2; at >= least; at -= 2) {
    const high = even[bigEndian ? at : at + 1];
    const low = even[bigEndian ? at + 1 : at];
    if (high === 0 && low === 0x0a) return even.subarray(0, at + 2);
  }
  const lastHigh = even[bigEndian ? even.length - 2 : even.length - 1] ?? 0;
  return (lastHigh & 0xfc) === 0xd8 ? even.subarray(0, -2) : even;
}
