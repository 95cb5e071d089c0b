import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A small seeded generator: the same pile on every machine. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS = "the a lantern harbour quay winter kettle ferry keeper said and not very slowly turned her his coat window light under over again nobody somebody letter never always room stairs cold tea rope signal storm morning evening quietly laughed asked answered door key table chair hand voice tide gull bell fog brass engine ledger captain cook crew island road bus driver ticket fare night".split(" "); // prettier-ignore
const NAMES = [
  "Pell",
  "Marsh",
  "Umber",
  "Kane",
  "Moss",
  "Leonora",
  "Barty",
  "Finch",
  "Kestrel",
  "Ottoline",
  "Tamsin",
  "Mags",
];

/** One invented text of about `bytes` bytes: a label block, wrapped prose, an end, sometimes a list footer. */
export function inventText(number: number, bytes: number, accents: boolean): string {
  const random = makeRandom(number * 7919 + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // never empty
  const name = (): string => pick(NAMES);
  const lines = [
    `TITLE: The ${pick(WORDS)} and the ${pick(WORDS)} ${number}`,
    `AUTHOR: ${name()} ${name()}`,
    `PAIRING: ${name()}/${name()}`,
    `RATING: ${pick(["G", "PG", "PG-13", "R"])}`,
    `SUMMARY: ${name()} waits for the ${pick(WORDS)}.`,
    `WARNING: ${pick(["none", "Angst", "Character death", "Language"])}`,
    `DISCLAIMER: Not mine, no money made.`,
    ...(random() < 0.3 ? [`FEEDBACK: writer${number}@list.example.org`] : []),
    "",
    "",
  ];
  let size = 0;
  while (size < bytes) {
    let line = "";
    const paragraph: string[] = [];
    const length = 20 + Math.floor(random() * 90);
    for (let at = 0; at < length; at++) {
      let word = at % 17 === 5 ? name() : pick(WORDS);
      if (accents && at % 23 === 7) word = pick(["café", "naïve", "Zoë", "déjà", "“quite”", "it’s"]);
      if (line.length + word.length > 70) {
        paragraph.push(line);
        line = "";
      }
      line += (line === "" ? "" : " ") + word;
    }
    paragraph.push(`${line}.`, "");
    size += paragraph.join("\n").length + 1;
    lines.push(...paragraph);
  }
  lines.push("", "The End", "");
  if (random() < 0.5) lines.push("-- ", name(), "To unsubscribe send a message to the list.", "");
  return lines.join("\n");
}

/** Writes `count` texts of about `bytes` bytes each; a quarter of them is windows-1252 and not UTF-8. */
export function generatePile(folder: string, count: number, bytes: number): void {
  for (let number = 0; number < count; number++) {
    const sub = join(folder, String(Math.floor(number / 500)).padStart(4, "0"));
    if (number % 500 === 0) mkdirSync(sub, { recursive: true });
    const legacy = number % 4 === 0;
    const text = inventText(number, bytes, legacy || number % 4 === 1);
    writeFileSync(join(sub, `story-${number}.txt`), legacy ? toWindows1252(text) : text);
  }
}

const WINDOWS: Readonly<Record<string, number>> = { "“": 0x93, "”": 0x94, "’": 0x92 };

function toWindows1252(text: string): Buffer {
  return Buffer.from(
    text.replace(/[“”’]/g, (sign) => String.fromCharCode(WINDOWS[sign] ?? 0x3f)),
    "latin1",
  );
}
