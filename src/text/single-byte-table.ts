import iconv from "iconv-lite";

const tables = new Map<string, Uint16Array | null>();

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/**
 * Finds the 256 UTF-16 units of a single-byte charset; `undefined` for charsets of other kinds.
 *
 * Why: mapping through an own table is many times faster than a decoder called for each text, and one byte stays one unit, so
 * ranges translate at no cost. 0xFFFD stands for a byte the charset does not know.
 */
export function findSingleByteTable(charset: string): Uint16Array | undefined {
  let table = tables.get(charset);
  if (table === undefined) {
    table = makeTable(charset);
    tables.set(charset, table);
  }
  return table ?? undefined;
}

function makeTable(charset: string): Uint16Array | null {
  if (!iconv.encodingExists(charset)) return null;
  const units = new Uint16Array(256);
  for (const byte of EVERY_BYTE) {
    const text = iconv.decode(Buffer.of(byte), charset, { stripBOM: false });
    if (text.length !== 1) return null;
    units[byte] = text.charCodeAt(0);
  }
  // A multi-byte charset shows itself by joining two bytes into one unit.
  const all = iconv.decode(Buffer.from(EVERY_BYTE), charset, { stripBOM: false });
  if (all.length !== 256) return null;
  for (const byte of EVERY_BYTE) if (all.charCodeAt(byte) !== units[byte]) return null;
  return units;
}
