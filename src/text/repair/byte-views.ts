import { findSingleByteTable } from "../single-byte-table.ts";

/** How the bytes of UTF-8 look when somebody reads them in a charset of single bytes. */
export interface ByteView {
  readonly charset: string;
  /** The byte behind a character; `undefined` when the charset has none for it. */
  readonly byteOf: ReadonlyMap<number, number>;
  /** Finds what can be a sequence of UTF-8 seen in this charset. */
  readonly sequence: RegExp;
}

/** The charsets in which UTF-8 was misread, the commonest first. */
const CHARSETS = [
  "windows-1252",
  "macintosh",
  "windows-1251",
  "windows-1250",
  "cp437",
  "windows-1254",
  "windows-1253",
  "windows-1257",
  "iso-8859-2",
  "cp850",
] as const;

let views: readonly ByteView[] | undefined;

/** Gives the views of all charsets; made at first use, as most texts need none. */
export function getByteViews(): readonly ByteView[] {
  views ??= CHARSETS.map(makeView);
  return views;
}

let anySequence: RegExp | undefined;

/** Gives what finds UTF-8 in any of the views: one look that spares good texts ten. */
export function getAnySequence(): RegExp {
  if (anySequence !== undefined) return anySequence;
  const follow = `[${amongAll(0x80, 0xbf)}\\ufffd]`;
  const source = `[${amongAll(0xc2, 0xdf)}]${follow}|[${amongAll(0xe0, 0xef)}]${follow}{2}|[${amongAll(0xf0, 0xf4)}]${follow}{3}`;
  anySequence = new RegExp(`${source}|[ÃÂ] |â€`, "g");
  return anySequence;
}

function makeView(charset: string): ByteView {
  const table = findSingleByteTable(charset) as Uint16Array;
  const byteOf = new Map<number, number>();
  for (let byte = 0x80; byte < 0x100; byte++) {
    // Programs that wrote latin-1 left these codes as they were.
    if (charset === "windows-1252" || (byte < 0xa0 && table[byte] === 0xfffd)) byteOf.set(byte, byte);
  }
  for (let byte = 0x80; byte < 0x100; byte++) {
    const unit = table[byte] as number;
    if (unit !== 0xfffd) byteOf.set(unit, byte);
  }
  const among = (low: number, high: number) => classOf(byteOf, low, high);
  const follow = `[${among(0x80, 0xbf)}\\ufffd]`;
  const source = `[${among(0xc2, 0xdf)}]${follow}|[${among(0xe0, 0xef)}]${follow}{2}|[${among(0xf0, 0xf4)}]${follow}{3}`;
  // A byte that a program could not show became a question mark or nothing; believed only where nothing else can be meant.
  const lost = charset === "windows-1252" ? String.raw`|â€\?|â€(?!(?!â)[^\x00-\x7f])` : "";
  return { charset, byteOf, sequence: new RegExp(source + lost, "g") };
}

function amongAll(low: number, high: number): string {
  return getByteViews()
    .map(({ byteOf }) => classOf(byteOf, low, high))
    .join("");
}

function classOf(byteOf: ReadonlyMap<number, number>, low: number, high: number): string {
  let units = "";
  for (const [unit, byte] of byteOf) {
    if (byte >= low && byte <= high) units += `\\u${unit.toString(16).padStart(4, "0")}`;
  }
  return units;
}
