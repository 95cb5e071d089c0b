/**
 * Gives the offset of the first byte, from `start` on, that is no well-formed UTF-8; the length when all is.
 *
 * Overlong forms, surrogates and code points past U+10FFFF count as broken (Unicode 16, table 3-7).
 */
export function findUtf8Break(bytes: Uint8Array, start: number): number {
  const end = bytes.length;
  let at = start;
  while (at < end) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const size = sizeOfSequence(lead);
    if (size === 0 || at + size > end) return at;
    const second = bytes[at + 1] as number;
    if (second < lowestSecond(lead) || second > highestSecond(lead)) return at;
    if (size > 2 && ((bytes[at + 2] as number) & 0xc0) !== 0x80) return at;
    if (size > 3 && ((bytes[at + 3] as number) & 0xc0) !== 0x80) return at;
    at += size;
  }
  return end;
}

/** How many bytes the sequence of a lead byte has; 0 for a byte that cannot lead. */
function sizeOfSequence(lead: number): 0 | 2 | 3 | 4 {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function lowestSecond(lead: number): number {
  if (lead === 0xe0) return 0xa0;
  return lead === 0xf0 ? 0x90 : 0x80;
}

function highestSecond(lead: number): number {
  if (lead === 0xed) return 0x9f;
  return lead === 0xf4 ? 0x8f : 0xbf;
}
