import type { ByteRange, MapRun } from "../terms/index.ts";
import type { Decoded } from "./decoded.ts";

/**
 * Decodes UTF-16 from `start` on (after a byte order mark).
 *
 * Half surrogate pairs and a last odd byte become U+FFFD and are listed.
 */
export function decodeUtf16(bytes: Uint8Array, start: number, bigEndian: boolean): Decoded {
  const length = (bytes.length - start) >> 1;
  const end = start + length * 2;
  const units = Buffer.from(bytes.subarray(start, end));
  if (bigEndian) units.swap16();
  const raw = units.toString("utf16le");
  const map: MapRun[] = [];
  if (length > 0) map.push({ textStart: 0, textEnd: length, byteStart: start, byteEnd: end, unit: "utf-16" });
  const lossy: ByteRange[] = [];
  if (!raw.isWellFormed()) listHalves(raw, start, lossy);
  let text = raw.toWellFormed();
  if (end < bytes.length) {
    map.push({ textStart: length, textEnd: length + 1, byteStart: end, byteEnd: end + 1, unit: "whole" });
    lossy.push({ start: end, end: end + 1 });
    text += "\ufffd";
  }
  return { text, map, lossy };
}

function listHalves(text: string, byteStart: number, lossy: ByteRange[]): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const isPair = unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) at++;
    else lossy.push({ start: byteStart + at * 2, end: byteStart + at * 2 + 2 });
  }
}
