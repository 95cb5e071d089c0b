import type { ByteView } from "./byte-views.ts";

/** A stretch of a text that reads as UTF-8 when its characters are taken for bytes of a charset. */
export interface Sequence {
  readonly start: number;
  readonly end: number;
  /** What the bytes say. */
  readonly character: string;
}

const REPLACEMENT = "\ufffd";
const LOST = 0x1a;
/** A closing quote: its last byte is no sign in windows-1252, so many programs dropped it. */
const QUOTE_WITHOUT_END = "â€";

/** Finds what can be misread UTF-8 in a line, from left to right. */
export function findSequences(line: string, view: ByteView): Sequence[] {
  const found: Sequence[] = [];
  view.sequence.lastIndex = 0;
  for (let match = view.sequence.exec(line); match !== null; match = view.sequence.exec(line)) {
    const character = findCharacter(match[0], view);
    if (character === undefined) {
      // The second character may lead a sequence itself.
      view.sequence.lastIndex = match.index + 1;
      continue;
    }
    const end = match.index + match[0].length;
    const last = found.at(-1);
    if (last !== undefined && isHalfPair(last, character, match.index)) {
      found[found.length - 1] = { start: last.start, end, character: last.character + character };
    } else {
      found.push({ start: match.index, end, character });
    }
  }
  // Half a pair of surrogates (CESU-8) is no character.
  return found.filter((each) => each.character.isWellFormed());
}

function isHalfPair(last: Sequence, character: string, at: number): boolean {
  return last.end === at && /^[\ud800-\udbff]$/.test(last.character) && /^[\udc00-\udfff]$/.test(character);
}

const MOST_CHARACTERS = 4096;

/** Kept by view, as a damaged text has few different characters. */
const charactersOf = new WeakMap<ByteView, Map<string, string | undefined>>();

function findCharacter(characters: string, view: ByteView): string | undefined {
  const known = charactersOf.get(view) ?? new Map<string, string | undefined>();
  if (known.size === 0) charactersOf.set(view, known);
  const character = known.get(characters);
  if (character !== undefined || known.has(characters)) return character;
  const read = readCharacter(characters, view);
  if (known.size >= MOST_CHARACTERS) known.clear();
  known.set(characters, read);
  return read;
}

function readCharacter(characters: string, view: ByteView): string | undefined {
  if (characters === QUOTE_WITHOUT_END) return "”";
  const bytes = Array.from(characters, (each) =>
    each === REPLACEMENT || each === "?" ? LOST : (view.byteOf.get(each.charCodeAt(0)) ?? LOST),
  );
  const [lead = 0, ...rest] = bytes;
  if (rest.includes(LOST)) return REPLACEMENT;
  const mask = rest.length === 1 ? 0x1f : rest.length === 2 ? 0x0f : 0x07;
  const point = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead & mask);
  const least = [0, 0x80, 0x800, 0x10000][rest.length] as number;
  return point < least || point > 0x10ffff ? undefined : String.fromCodePoint(point);
}
