import iconv from "iconv-lite";
import type { ByteRange, MapRun } from "../terms/index.ts";
import { appendRun } from "./append-run.ts";
import type { Decoded } from "./decoded.ts";
import { isAscii } from "./is-ascii.ts";

const LINE_FEED = 0x0a;

/** Charsets in which bytes below 0x80 can mean something else than ASCII. */
const SEVEN_BIT = /^(?:utf-?7|iso-2022|hz-gb)/i;

/** Those that only the platform's decoder knows. */
const BY_PLATFORM = /^iso-2022-jp$/i;

/**
 * Decodes a charset of several bytes a character, a line at a time: in all of them a line feed stands for itself.
 *
 * Why: the map then names at least the line; lines of ASCII are mapped to the character.
 */
export function decodeByLine(bytes: Uint8Array, charset: string): Decoded {
  const pieces: string[] = [];
  const map: MapRun[] = [];
  const lossy: ByteRange[] = [];
  const decodeLine = getLineDecoder(charset);
  const sevenBit = SEVEN_BIT.test(charset);
  let textAt = 0;
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    const plain = !sevenBit && isAscii(line);
    const text = plain ? Buffer.from(line).toString("latin1") : decodeLine(line);
    const unit = plain ? "single" : "whole";
    appendRun(map, {
      textStart: textAt,
      textEnd: textAt + text.length,
      byteStart: start,
      byteEnd: end,
      unit,
    });
    if (text.includes("\ufffd")) lossy.push({ start, end });
    pieces.push(text);
    textAt += text.length;
    start = end;
  }
  return { text: pieces.join(""), map, lossy };
}

function getLineDecoder(charset: string): (line: Uint8Array) => string {
  if (BY_PLATFORM.test(charset)) {
    const decoder = new TextDecoder(charset);
    return (line) => decoder.decode(line);
  }
  return (line) => iconv.decode(line, charset);
}
