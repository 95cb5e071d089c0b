import { isAscii } from "node:buffer";

/** Below this many marked letters it can be chance. */
const LEAST_MARKED = 20;

/**
 * Tells WordStar's document mode: the last letter of each word has its high bit set, and soft line ends are `8D 0A`.
 *
 * Why own: it has no signature, and read as text every word would end in a strange letter.
 */
export function looksLikeWordStar(head: Uint8Array): boolean {
  if (isAscii(head)) return false;
  let marked = 0;
  let high = 0;
  let softEnds = 0;
  for (let at = 1; at + 1 < head.length; at++) {
    const byte = head[at] as number;
    if (byte < 0x80) continue;
    high++;
    const next = head[at + 1] as number;
    if (byte === 0x8d && next === 0x0a) softEnds++;
    else if (
      isLowerLetter(byte & 0x7f) &&
      isLowerLetter((head[at - 1] as number) & 0x7f) &&
      !isLowerLetter(next)
    )
      marked++;
  }
  return softEnds > 0 && marked + softEnds >= LEAST_MARKED && (marked + softEnds) / high > 0.7;
}

function isLowerLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
