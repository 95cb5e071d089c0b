/**
 * How fast texts made to be slow go through everything that looks at a whole text: `node bench/hostile.ts [MEGABYTES ...]`.
 *
 * Each column is MB/s of one stage. A text is marked when its whole way takes over four times as long as an ordinary one's,
 * or when its rate falls with its size. Stages are not marked by themselves: a slow one may be small beside the others.
 */
import { readdirSync, readFileSync } from "node:fs";
import { makeTextLayer } from "../src/read/index.ts";
import { findPrivate } from "../src/text/index.ts";
import { blocksOf, understand } from "../src/understand/index.ts";
import { parseVocabularies } from "../src/vocabulary/index.ts";
import { inventText } from "./generate-pile.ts";

const folder = new URL("../vocabularies/", import.meta.url);
const vocabulary = parseVocabularies(
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  ),
);
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 4];
const MOST_TIMES = 4;
const FALLING = 0.5;

const repeated = (piece: string) => (bytes: number) =>
  piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)));
const KINDS: Readonly<Record<string, (bytes: number) => string>> = {
  "ordinary story": (bytes) => inventText(1, bytes, false),
  "ordinary, accents": (bytes) => inventText(1, bytes, true),
  "no line ends": repeated("word and word, "),
  "no blanks": repeated("x"),
  "label-like lines": repeated("Rating: PG-13 for language\n"),
  "unknown labels": repeated("Someone: says a thing\n"),
  "10,000 labels, then prose": (bytes) =>
    `${"Note: see there\n".repeat(10_000)}\n${inventText(1, bytes, false)}`,
  "one long label": (bytes) => `Summary: ${"a word of it ".repeat(bytes / 13)}\n\nText.\n`,
  "deep quoting": (bytes) => `${">".repeat(2000)} so he said\n`.repeat(bytes / 2012),
  "(1(1": repeated("(1"),
  "1-1-": repeated("1-"),
  "!a!a": repeated("!a"),
  "a@a@": repeated("a@"),
  "a.a.": repeated("a."),
  "Ã©Ã©": repeated("Ã©"),
  "Ã© lines": repeated("Ã©\n"),
  "_*_*": repeated("_*"),
  "====": repeated("="),
  "&&&&": repeated("&"),
  "<<<<": repeated("<"),
  "((((": repeated("("),
  "=20=20": repeated("=20"),
  "&amp;&amp;": repeated("&amp;"),
  quotes: repeated('"'),
  backslashes: repeated("\\'"),
  digits: repeated("7"),
  "blank lines": repeated("\n"),
  "at and dot": repeated("jane at example dot org "),
  "age in a signature": (bytes) => `Text.\n\n-- \n${"I'm only just now almost nearly ".repeat(bytes / 31)}\n`,
};

let failed = 0;
const ordinary = new Map<number, number>();
console.log("MB  text".padEnd(32) + ["layer", "understand", "private", "blocks", "all", "times"].map((head) => head.padStart(11)).join("")); // prettier-ignore
measure("ordinary story", inventText(1, 300_000, true)); // compiles everything
for (const [name, make] of Object.entries(KINDS)) {
  let before = 0;
  for (const size of sizes) {
    const { rates, rate } = measure(name, make(size * 1e6));
    if (!ordinary.has(size)) ordinary.set(size, rate);
    const times = (ordinary.get(size) ?? rate) / rate;
    const isSlow = times > MOST_TIMES || rate < before * FALLING;
    if (isSlow) failed++;
    before = rate;
    const cells = [...rates, rate, times].map((cell) => cell.toFixed(1).padStart(11)).join("");
    console.log(`${String(size).padEnd(4)}${name.padEnd(28)}${cells}${isSlow ? "  SLOW" : ""}`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;

/** Rates are by processor time, so that other programs do not disturb them. */
function measure(name: string, text: string): { rates: readonly number[]; rate: number } {
  const bytes = Buffer.from(text);
  const megabytes = bytes.length / 1e6;
  const rates: number[] = [];
  let all = 0;
  const time = <T>(work: () => T): T => {
    const begun = process.threadCpuUsage();
    const result = work();
    const used = process.threadCpuUsage(begun);
    const seconds = Math.max(1, used.user + used.system) / 1e6;
    rates.push(megabytes / seconds);
    all += seconds;
    return result;
  };
  const { layer, issues } = time(() => makeTextLayer(bytes));
  const reading = { type: "reading", format: "text", layer, declared: [], issues } as const;
  const { pieces } = time(() => understand(reading, vocabulary, { fileName: `${name}.txt` }));
  const zones = pieces
    .filter(({ kind }) => kind !== "story" && kind !== "unclaimed")
    .map(({ range }) => range);
  time(() => findPrivate(layer.text, zones));
  time(() => blocksOf(layer.text, { start: 0, end: layer.text.length }));
  return { rates, rate: megabytes / all };
}
