/**
 * Scores what Fanlight understands against files labelled by hand.
 *
 *   npm run gold -- --corpus DIR [--by source|style] [--errors FILE] [--predictions FILE] [--ablate]
 *
 * DIR holds `gold*.jsonl`, `raw/` and perhaps `not_story.tsv`. Only text and Markdown records are read.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { makeTextLayer } from "../src/read/index.ts";
import type { Reading } from "../src/terms/index.ts";
import { bytesOfRanges } from "../src/text/index.ts";
import { inspectReading, understand, type InspectedStory } from "../src/understand/index.ts";
import { parseVocabularies, withoutSingleSourceRows, type Vocabulary } from "../src/vocabulary/index.ts";
import { align } from "./align.ts";
import { judgeClaims } from "./calibrate.ts";
import { predict } from "./predict.ts";
import { printCalibration, printTally } from "./print.ts";
import type { GoldRecord } from "./record.ts";
import { errorsOf, tally } from "./tally.ts";

const FORMATS: ReadonlySet<unknown> = new Set(["text", "md", "markdown", undefined]);

const { values: flags } = parseArgs({
  options: {
    corpus: { type: "string" },
    by: { type: "string" },
    errors: { type: "string" },
    predictions: { type: "string" },
    ablate: { type: "boolean", default: false },
    quiet: { type: "boolean", default: false },
  },
});
if (flags.corpus === undefined) {
  console.error('Name the folder of labelled files: "npm run gold -- --corpus DIR"');
  process.exit(2);
}
const corpus = flags.corpus;

const full = loadVocabulary();
const vocabulary = flags.ablate ? withoutSingleSourceRows(full) : full;
const gold = readGold(corpus).filter(({ format }) => FORMATS.has(format));
const inspected = new Map<string, InspectedStory>();
let bytes = 0;
let spent = 0;
const predicted: GoldRecord[] = [];
for (const file of new Set(gold.map((record) => record.file))) {
  for (const story of inspect(join(corpus, "raw", file), file, vocabulary)) {
    const record = predict(story);
    if (record === undefined) continue;
    inspected.set(`${file}#${story.story ?? 0}`, story);
    predicted.push(record);
  }
}
const pairs = align(gold, predicted);
const missed = pairs.filter((pair) => pair.predicted === null).length;
const extra = pairs.filter((pair) => pair.gold === null).length;

printTally("All", tally(pairs));
console.log(`Stories: ${gold.length - missed} of ${gold.length} found, ${extra} extra`);
if (flags.by !== undefined) {
  const key = flags.by;
  for (const [name, group] of Map.groupBy(
    pairs.filter((pair) => pair.gold !== null),
    ({ gold: record }) => (typeof record?.[key] === "string" ? record[key] : "-"),
  ))
    printTally(`${key} = ${name}`, tally(group));
}
printCalibration(judgeClaims(pairs, inspected));
checkNotStories();
console.log(
  `understand: ${(bytes / 1e6).toFixed(1)} MB in ${spent.toFixed(0)} ms, ${(bytes / 1e3 / spent).toFixed(1)} MB/s`,
);
if (flags.errors !== undefined) {
  const errors = pairs
    .map((pair) => ({
      file: (pair.gold ?? pair.predicted)?.file,
      story_index: (pair.gold ?? pair.predicted)?.story_index,
      errors: errorsOf(pair),
    }))
    .filter((row) => Object.keys(row.errors).length > 0);
  writeFileSync(flags.errors, errors.map((row) => `${JSON.stringify(row)}\n`).join(""));
}
if (flags.predictions !== undefined)
  writeFileSync(flags.predictions, predicted.map((row) => `${JSON.stringify(row)}\n`).join(""));

function inspect(path: string, shownAs: string, words: Vocabulary): readonly InspectedStory[] {
  const { layer, issues } = makeTextLayer(readFileSync(path));
  const reading: Reading = { type: "reading", format: "text", layer, declared: [], issues };
  const begun = performance.now();
  const understanding = understand(reading, words, { fileName: basename(path) });
  spent += performance.now() - begun;
  bytes += statSync(path).size;
  return inspectReading(shownAs, reading, understanding, (ranges) =>
    bytesOfRanges(layer.text, layer.map, ranges),
  );
}

function loadVocabulary(): Vocabulary {
  const folder = new URL("../vocabularies/", import.meta.url);
  return parseVocabularies(
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
    ),
  );
}

function readGold(folder: string): readonly GoldRecord[] {
  return readdirSync(folder)
    .filter((name) => /^gold.*\.jsonl$/.test(name))
    .flatMap((name) =>
      readFileSync(join(folder, name), "utf8")
        .split("\n")
        .filter((line) => line.trim() !== ""),
    )
    .map((line) => JSON.parse(line) as GoldRecord);
}

function checkNotStories(): void {
  let table: string;
  try {
    table = readFileSync(join(corpus, "not_story.tsv"), "utf8");
  } catch {
    return;
  }
  for (const line of table.split("\n").slice(1)) {
    const file = line.split("\t")[0] ?? "";
    if (file === "" || /\.html?$/.test(file)) continue;
    const stories = inspect(join(corpus, "raw", file), file, vocabulary).filter(
      ({ story }) => story !== null,
    );
    console.log(`Not a story: ${file}: ${stories.length === 0 ? "recognised" : "TAKEN FOR A STORY"}`);
  }
}
