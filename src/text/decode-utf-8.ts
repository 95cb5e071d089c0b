import type { ByteRange, MapRun } from "../terms/index.ts";
import { appendRun } from "./append-run.ts";
import type { Decoded } from "./decoded.ts";
import { findUtf8Break } from "./find-utf-8-break.ts";
import { isAscii } from "./is-ascii.ts";

const REPLACEMENT = "\ufffd";

/**
 * Decodes UTF-8 from `start` on (after a byte order mark), byte by byte where it is broken.
 *
 * Bytes that are no UTF-8 are read by `strays`, the table of the charset that the rest of the text seems to be in; without one each
 * becomes U+FFFD and is listed. In the map they are the runs of unit `single`.
 */
export function decodeUtf8(bytes: Uint8Array, start: number, strays?: Uint16Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(bytes)) return decodePlain(buffer.toString("latin1"), 0, "single");
  const whole = buffer.toString("utf8", start);
  if (!whole.includes(REPLACEMENT)) return decodePlain(whole, start, "utf-8", bytes.length);
  return decodeBroken(buffer, start, strays);
}

function decodePlain(
  text: string,
  byteStart: number,
  unit: "single" | "utf-8",
  byteEnd = text.length,
): Decoded {
  const map: readonly MapRun[] =
    text === "" ? [] : [{ textStart: 0, textEnd: text.length, byteStart, byteEnd, unit }];
  return { text, map, lossy: [] };
}

function decodeBroken(buffer: Buffer, start: number, strays: Uint16Array | undefined): Decoded {
  const pieces: string[] = [];
  const map: MapRun[] = [];
  const lossy: ByteRange[] = [];
  let textAt = 0;
  let at = start;
  while (at < buffer.length) {
    const stop = findUtf8Break(buffer, at);
    const good = buffer.toString("utf8", at, stop);
    pieces.push(good);
    appendRun(map, {
      textStart: textAt,
      textEnd: textAt + good.length,
      byteStart: at,
      byteEnd: stop,
      unit: "utf-8",
    });
    textAt += good.length;
    at = stop;
    if (at === buffer.length) break;
    const character =
      strays === undefined ? REPLACEMENT : String.fromCharCode(strays[buffer[at] as number] as number);
    pieces.push(character);
    appendRun(map, {
      textStart: textAt,
      textEnd: textAt + 1,
      byteStart: at,
      byteEnd: at + 1,
      unit: "single",
    });
    if (character === REPLACEMENT) appendByte(lossy, at);
    textAt++;
    at++;
  }
  return { text: pieces.join(""), map, lossy };
}

function appendByte(ranges: ByteRange[], at: number): void {
  const last = ranges.at(-1);
  if (last?.end === at) ranges[ranges.length - 1] = { start: last.start, end: at + 1 };
  else ranges.push({ start: at, end: at + 1 });
}
