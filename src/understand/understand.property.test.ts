import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading, Understanding } from "../terms/index.ts";
import { parseVocabularies } from "../vocabulary/index.ts";
import { understand } from "./understand.ts";

const folder = new URL("../../vocabularies/", import.meta.url);
const vocabulary = parseVocabularies(
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  ),
);

function read(text: string): Understanding {
  const reading: Reading = {
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
  return understand(reading, vocabulary);
}

const SCRAPS = [
  "Title: The Lamp",
  "TITLE",
  "Author:",
  "by Jane Doe",
  "by",
  "Rating: PG-13 (language)",
  "Pairing:: A/B, C/D",
  "Disclaimer - not mine.",
  "From: jane@example.org (Jane)",
  "Date: 5 Sep 1995 03:03:15 GMT",
  "Subject: Lamp 1/7",
  "Newsgroups: alt.example",
  "-----------------------------",
  "* * *",
  "The End",
  "TBC",
  "-- ",
  "> quoted",
  "---",
  "tags:",
  "  - c:ann",
  '"The Lamp"--Jane',
  "Part 2/3",
  "Chapter Seven",
  'He looked at her. "No," she said.',
  "I hope you like it. Send comments to jane@example.org",
  "Note: ",
  "Summary:",
  "*** START OF THIS TEXT ***",
  "*** END OF THIS TEXT ***",
  "\t\tLAMP",
  "Автор: Маша",
  "\u0000\u001a\f",
  "\ud800",
  "\u200b",
  "(c) 1999 Jane",
  "a".repeat(300),
  "Warning--------- blood",
  "Title: XAuthor: YRating: R",
  "",
  "",
  "",
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40 }).map((scraps) => scraps.join("\n")),
  fc
    .array(fc.tuple(fc.constantFrom(...SCRAPS), fc.constantFrom("\n", "\r\n", "\n\n\n", " ", "\r", "")), {
      maxLength: 40,
    })
    .map((pairs) => pairs.flat().join("")),
  fc.string({ unit: "binary", maxLength: 400 }),
);

describe("understand()", () => {
  test("puts every character in exactly one piece, in order", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { range } of read(text).pieces) {
          expect(range.start).toBe(at);
          expect(range.end).toBeGreaterThan(range.start);
          at = range.end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 400 },
    );
  });

  test("keeps every range inside the text and says what stands there", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { body, extent, claims } of read(text).stories) {
          for (const range of [body, extent]) {
            if (range === null) continue;
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeLessThanOrEqual(text.length);
            expect(range.start).toBeLessThanOrEqual(range.end);
          }
          for (const { range, asWritten, sureness, value } of claims) {
            if (range === null) continue;
            expect(text.slice(range.start, range.end).replace(/\s+/g, " ").trim()).toBe(asWritten);
            expect(range.end).toBeLessThanOrEqual(text.length);
            expect(value).not.toBe("");
            expect(sureness).toBeGreaterThan(0);
            expect(sureness).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("gives the same answer twice", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 100 },
    );
  });

  test("stories of one text do not overlap and are counted from 0", () => {
    fc.assert(
      fc.property(texts, (text) => {
        read(text).stories.forEach(({ ordinal, extent }, at, all) => {
          expect(ordinal).toBe(at);
          const before = all[at - 1];
          if (before !== undefined) expect(extent.start).toBeGreaterThanOrEqual(before.extent.end);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("survives ten thousand labels, a value of a megabyte, a header that never ends", () => {
    expect(read("Rating: PG\n".repeat(10_000)).pieces.at(-1)?.range.end).toBe(110_000);
    expect(read(`Summary: ${"words ".repeat(170_000)}`).stories.length).toBeLessThanOrEqual(1);
    expect(read("Title: A\nDisclaimer: not mine,\n".repeat(2000)).pieces.length).toBeGreaterThan(0);
  });
});
