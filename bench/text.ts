import iconv from "iconv-lite";
import { findCharset, makeTextLayer } from "../src/read/index.ts";
import {
  bytesOfRanges,
  decodeText,
  digestOf,
  findPrivate,
  normaliseBody,
  repairText,
} from "../src/text/index.ts";

/** Size of one text, as a story has it. */
const STORY_BYTES = 20_000;
const ROUNDS = 300;

const PLAIN = `She looked at him, and that was all it took: the rain at the window, the cup at his hand, "I know," he said at last.\r\n`;
const CURLY = `She looked at him – “that’s all it took”, a café at noon, the naïve rain… and he didn’t say a word at last.\r\n`;
const RUSSIAN = `Была поздняя ночь. Он сидел у окна и смотрел на дождь. «Ты придёшь?» спросила она.\r\n`;
const DOUBLE = iconv.decode(Buffer.from(CURLY), "latin1");

function fill(line: string): string {
  return line.repeat(Math.ceil(STORY_BYTES / line.length));
}

/** Runs a step many times over one text and prints how much it does in a second. */
function measure(name: string, sizeBytes: number, step: () => unknown): void {
  for (let round = 0; round < ROUNDS / 3; round++) step();
  const begun = performance.now();
  for (let round = 0; round < ROUNDS; round++) step();
  const milliseconds = (performance.now() - begun) / ROUNDS;
  const rate = sizeBytes / 1e6 / (milliseconds / 1e3);
  process.stdout.write(
    `${name.padEnd(34)} ${milliseconds.toFixed(3).padStart(8)} ms ${rate.toFixed(0).padStart(7)} MB/s\n`,
  );
}

const ascii = Buffer.from(fill(PLAIN));
const utf8 = Buffer.from(fill(CURLY));
const cp1252 = iconv.encode(fill(CURLY), "windows-1252");
const koi8 = iconv.encode(fill(RUSSIAN), "koi8-r");
const russian = Buffer.from(fill(RUSSIAN));
const double = Buffer.from(fill(DOUBLE));
const text = ascii.toString("latin1");
const curly = utf8.toString("utf8");
const whole = { start: 0, end: text.length };

measure("decodeText ascii", ascii.length, () => decodeText(ascii, "ascii"));
measure("decodeText utf-8", utf8.length, () => decodeText(utf8, "utf-8"));
measure("decodeText windows-1252", cp1252.length, () => decodeText(cp1252, "windows-1252"));
measure("findCharset ascii", ascii.length, () => findCharset(ascii));
measure("findCharset utf-8", utf8.length, () => findCharset(utf8));
measure("findCharset windows-1252", cp1252.length, () => findCharset(cp1252));
measure("findCharset koi8-r", koi8.length, () => findCharset(koi8));
const decoded = decodeText(utf8, "utf-8");
measure("repairText, nothing to do", utf8.length, () => repairText(decoded.text, decoded.map, utf8));
const ru = decodeText(russian, "utf-8");
measure("repairText, Russian", russian.length, () => repairText(ru.text, ru.map, russian));
const twice = decodeText(double, "utf-8");
measure("repairText, encoded twice", double.length, () => repairText(twice.text, twice.map, double));
measure("makeTextLayer windows-1252", cp1252.length, () => makeTextLayer(cp1252));
measure("makeTextLayer ascii", ascii.length, () => makeTextLayer(ascii));
measure("findPrivate ascii", ascii.length, () => findPrivate(text));
measure("findPrivate curly", utf8.length, () => findPrivate(curly));
measure("normaliseBody ascii", ascii.length, () => normaliseBody(text, whole));
measure("normaliseBody curly", utf8.length, () => normaliseBody(curly, { start: 0, end: curly.length }));
measure("digestOf text", ascii.length, () => digestOf(text));
measure("bytesOfRanges, 50 in utf-8", utf8.length, () =>
  bytesOfRanges(
    curly,
    decoded.map,
    Array.from({ length: 50 }, (_, at) => ({ start: at * 300, end: at * 300 + 20 })),
  ),
);
