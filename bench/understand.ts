/**
 * How fast texts are understood, ordinary and adversarial ones: `node bench/understand.ts [MEGABYTES]`.
 *
 * The last column is the factor to the ordinary rate; it should stay under 4.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Reading } from "../src/terms/index.ts";
import { understand } from "../src/understand/index.ts";
import { parseVocabularies } from "../src/vocabulary/index.ts";

const folder = new URL("../vocabularies/", import.meta.url);
const vocabulary = parseVocabularies(
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  ),
);
const size = Number(process.argv[2] ?? 50) * 1e6;

const paragraph =
  'The rain had been falling since noon, and nobody in the house had spoken for an hour.\nShe put the cup down. "You could have written," she said, and he looked at the window.\nHe had no answer to that, so he counted the drops on the glass instead.\n\n';
const story = `Title: The Lamp\nAuthor: Jane Doe\nRating: PG-13\nPairing: A/B\nSummary: A lamp goes out.\nDisclaimer: Not mine, no money made.\n\n\n${paragraph.repeat(80)}The End\n`;

const CASES: Readonly<Record<string, (bytes: number) => readonly string[]>> = {
  "ordinary stories of 20 KB": (bytes) =>
    Array.from({ length: Math.ceil(bytes / story.length) }, () => story),
  "one ordinary text": (bytes) => [story + paragraph.repeat(bytes / paragraph.length)],
  "one line": (bytes) => ["word and word, ".repeat(bytes / 15)],
  "one line without spaces": (bytes) => ["x".repeat(bytes)],
  "all label lines": (bytes) => ["Rating: PG-13 for language\n".repeat(bytes / 27)],
  "all unknown labels": (bytes) => ["Someone: says a thing\n".repeat(bytes / 22)],
  "labels on one line": (bytes) => ["Title: X Author: Y Rating: R ".repeat(bytes / 29)],
  colons: (bytes) => [":".repeat(bytes)],
  "deep quoting": (bytes) => [`${">".repeat(2000)} so he said\n`.repeat(bytes / 2012)],
  "bylines everywhere": (bytes) => ["The Lamp\nby Jane Doe\n\n".repeat(bytes / 22)],
  "mail headers everywhere": (bytes) => [
    "From: a@example.org\nDate: 5 Sep 1995 03:03:15 GMT\nSubject: Lamp\n\nText.\n\n".repeat(bytes / 75),
  ],
  "blank lines": (bytes) => ["\n".repeat(bytes)],
  rules: (bytes) => ["-----\n".repeat(bytes / 6)],
  "never closed front matter": (bytes) => [`---\n${"key: value\n".repeat(bytes / 11)}`],
  "end markers everywhere": (bytes) => ["The End\n\n".repeat(bytes / 9)],
  quotes: (bytes) => ['"'.repeat(bytes)],
  addresses: (bytes) => ["jane at example dot org, jane@example.org ".repeat(bytes / 42)],
};

let ordinary = 0;
for (const [name, make] of Object.entries(CASES)) {
  const texts = make(size);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const begun = performance.now();
  for (const text of texts) understand(readingOf(text), vocabulary);
  const rate = length / 1e3 / (performance.now() - begun);
  if (ordinary === 0) ordinary = rate;
  const memory = process.memoryUsage().rss / 1e6;
  console.log(
    `${name.padEnd(30)}${rate.toFixed(1).padStart(8)} MB/s${(ordinary / rate).toFixed(1).padStart(8)}x${memory.toFixed(0).padStart(8)} MB`,
  );
}

function readingOf(text: string): Reading {
  return {
    type: "reading",
    format: "text",
    layer: {
      text,
      digest: "",
      map: [],
      charset: { charset: "utf-8", because: "utf-8-valid", sureness: 1, roundTrip: true },
    },
    declared: [],
    issues: [],
  };
}
