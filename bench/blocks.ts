import { blocksToHtml } from "../src/text/blocks-to-html.ts";
import { blocksOf } from "../src/understand/blocks/blocks-of.ts";

const ROUNDS = 30;
const STORIES = 40;

const SENTENCES = [
  "The ferry came in late, and nobody on the quay had anything to say about it.",
  '"It\'s the tide," said the harbour master, who said that of everything.',
  "She had *never* believed him.",
  "There was a light under the door -- a small one -- and then there was not.",
  "He counted the boats, and counted them again, and came each time to a different number, which was _wrong_.",
  "Nobody asked.",
];

/** Makes a story of about 20 KB in one of the usual layouts; the same each time. */
function makeStory(seed: number): string {
  const wrapped = seed % 3 !== 0;
  const paragraphs: string[] = [];
  let length = 0;
  for (let at = seed; length < 20_000; at++) {
    if (at % 17 === 0) paragraphs.push("* * *");
    const count = 1 + ((at * 7) % 6);
    const words = Array.from(
      { length: count },
      (_, nth) => SENTENCES[(at + nth * 5) % SENTENCES.length]!,
    ).join(" ");
    paragraphs.push(wrapped ? words.replaceAll(/(.{1,68})(?:\s+|$)/g, "$1\n").trimEnd() : words);
    length += words.length;
  }
  return paragraphs.join(seed % 3 === 1 ? "\n\n" : "\n    ");
}

/** Measures `blocksOf` and `blocksToHtml`; prints MB/s and milliseconds for a page of 20 KB, the median of the rounds. */
export function benchBlocks(): void {
  const texts = Array.from({ length: STORIES }, (_, seed) => makeStory(seed));
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  const read = texts.map((text) => ({ text, blocks: blocksOf(text, { start: 0, end: text.length }) }));
  report("blocksOf", megabytes, () => {
    for (const text of texts) blocksOf(text, { start: 0, end: text.length });
  });
  report("blocksToHtml", megabytes, () => {
    for (const { text, blocks } of read) blocksToHtml(text, blocks);
  });
}

function report(name: string, megabytes: number, run: () => void): void {
  const durations = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  const median = durations[ROUNDS / 2]!;
  const rate = (megabytes / median) * 1000;
  console.log(`${name}: ${rate.toFixed(1)} MB/s, ${((median / megabytes) * 0.02).toFixed(2)} ms for 20 KB`);
}

if (import.meta.main) benchBlocks();
