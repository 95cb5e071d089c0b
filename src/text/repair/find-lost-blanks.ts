import { getByteViews, type ByteView } from "./byte-views.ts";
import type { Sequence } from "./find-sequences.ts";

const NO_BREAK_SPACE = 0xa0;
const PLACE = /([^\x00-\x7f]) ( ?)/g;
/** Portuguese words that begin with `à`, after the blank that was part of the letter. */
const JOINED = /^(?:s |s$|quel[ae]|quilo)/;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;

/**
 * Finds letters whose second byte was taken for a no-break space and then for a plain blank: `voilÃ le` was `voilà le`.
 *
 * Beside other sequences of a line all are believed; alone only `Ã` after a small letter.
 */
export function findLostBlanks(
  line: string,
  found: ByteView | undefined,
  sequences: readonly Sequence[],
): Sequence[] {
  const view = found ?? getByteViews()[0];
  const lost: Sequence[] = [];
  const starts = new Set(sequences.map((each) => each.start));
  const last = new Set(sequences.map((each) => each.end - 1));
  if (view === undefined) return lost;
  for (const match of line.matchAll(PLACE)) {
    const start = match.index;
    const byte = view.byteOf.get((match[1] as string).charCodeAt(0)) ?? 0;
    const isTaken = starts.has(start) || last.has(start);
    if (byte < 0xc2 || byte > 0xdf || isTaken) continue;
    const character = String.fromCodePoint(((byte & 0x1f) << 6) | (NO_BREAK_SPACE & 0x3f));
    const before = line[start - 1] ?? " ";
    const rest = line.slice(start + 2, start + 12);
    if (found === undefined && !(match[1] === "Ã" && LOWER.test(before) && /^[\p{Ll} ]/u.test(rest)))
      continue;
    const keepsBlank = character === "à" && match[2] === "" && !JOINED.test(rest);
    if (character === "\u00a0" || character === "à") {
      lost.push({ start, end: start + 2, character: keepsBlank ? "à " : character });
    } else if (LETTER.test(character) && (/^\p{Ll}/u.test(rest) || starts.has(start + 2))) {
      lost.push({ start, end: start + 2, character });
    }
  }
  return lost;
}
