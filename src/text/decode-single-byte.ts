import type { ByteRange } from "../terms/index.ts";
import type { Decoded } from "./decoded.ts";

const UNKNOWN = 0xfffd;

/** Decodes bytes by a table of 256 units; bytes the table does not know become U+FFFD and are listed. */
export function decodeSingleByte(bytes: Uint8Array, table: Uint16Array): Decoded {
  const units = new Uint16Array(bytes.length);
  let unknown = 0;
  for (let at = 0; at < bytes.length; at++) {
    const unit = table[bytes[at] as number] as number;
    units[at] = unit;
    if (unit === UNKNOWN) unknown++;
  }
  const text = Buffer.from(units.buffer).toString("utf16le");
  const map = bytes.length === 0 ? [] : [wholeRun(bytes.length)];
  return { text, map, lossy: unknown === 0 ? [] : findUnknown(units) };
}

function wholeRun(length: number) {
  return { textStart: 0, textEnd: length, byteStart: 0, byteEnd: length, unit: "single" } as const;
}

function findUnknown(units: Uint16Array): ByteRange[] {
  const ranges: ByteRange[] = [];
  for (let at = units.indexOf(UNKNOWN); at !== -1; at = units.indexOf(UNKNOWN, at)) {
    const start = at;
    while (at < units.length && units[at] === UNKNOWN) at++;
    ranges.push({ start, end: at });
  }
  return ranges;
}
