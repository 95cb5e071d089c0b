import iconv from "iconv-lite";
import { UsageError } from "../terms/index.ts";
import { decodeByLine } from "./decode-by-line.ts";
import type { Decoded } from "./decoded.ts";
import { decodeSingleByte } from "./decode-single-byte.ts";
import { decodeUtf16 } from "./decode-utf-16.ts";
import { decodeUtf8 } from "./decode-utf-8.ts";
import { findSingleByteTable } from "./single-byte-table.ts";

/**
 * Decodes bytes by the name of their charset, with the map from the text down to the bytes.
 *
 * Shape: a byte order mark is a gap at the head of the map, never in the text. Plain cases have a map of one run. A byte that the
 * charset does not know becomes U+FFFD, in its place in the map, and is listed in `lossy`.
 * @param charset - Name as iconv-lite knows it, or `ascii`.
 * @param strayCharset - For UTF-8: a single-byte charset in which to read bytes that are no UTF-8.
 * @throws UsageError for a charset nobody knows.
 */
export function decodeText(bytes: Uint8Array, charset: string, strayCharset?: string): Decoded {
  const name = charset.toLowerCase();
  if (name === "utf-8" || name === "utf8" || name === "ascii" || name === "us-ascii") {
    const strays = strayCharset === undefined ? undefined : findSingleByteTable(strayCharset);
    return decodeUtf8(bytes, startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0, strays);
  }
  if (name === "utf-16le" || name === "utf-16be" || name === "utf-16") return decodeSixteen(bytes, name);
  const table = findSingleByteTable(name);
  if (table !== undefined) return decodeSingleByte(bytes, table);
  if (name !== "iso-2022-jp" && !iconv.encodingExists(name)) {
    throw new UsageError(
      `Name another charset, "${charset}" is not known: such as utf-8, windows-1252, koi8-r`,
    );
  }
  return decodeByLine(bytes, name);
}

function decodeSixteen(bytes: Uint8Array, name: string): Decoded {
  const marksBig = startsWith(bytes, [0xfe, 0xff]);
  const marksLittle = startsWith(bytes, [0xff, 0xfe]);
  const bigEndian = name === "utf-16be" || (name === "utf-16" && marksBig);
  const marked = bigEndian ? marksBig : marksLittle;
  return decodeUtf16(bytes, marked ? 2 : 0, bigEndian);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
