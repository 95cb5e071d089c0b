import { describe, expect, it } from "vitest";
import { blocksOf } from "./blocks-of.ts";

const SIZE = 600_000;

/** Texts made to hurt: what is slow on them is not linear. */
const TEXTS: Readonly<Record<string, string>> = {
  "one line": "word ".repeat(SIZE / 5),
  "one word": "x".repeat(SIZE),
  "line ends": "\n".repeat(SIZE),
  "one letter a line": "a\n".repeat(SIZE / 2),
  "signs of a quote": "> ".repeat(SIZE / 2),
  "deep quotes": `${"> ".repeat(200)}hello there\n`.repeat(SIZE / 412),
  "opening marks": "*a ".repeat(SIZE / 3),
  "one mark": "*".repeat(SIZE),
  "marks inside marks": "*a _b /c ".repeat(SIZE / 9),
  chat: "[12:01] a: b\n".repeat(SIZE / 13),
  headings: "Chapter 3\n\n".repeat(SIZE / 11),
  salutations: "Dear Bob,\n".repeat(SIZE / 10),
  notes: "a[1]\n\n[1] word\n\n".repeat(SIZE / 16),
  ornaments: "oxo".repeat(SIZE / 3),
  spaces: `${" ".repeat(SIZE)}a`,
  indents: `${" ".repeat(1000)}a\n`.repeat(SIZE / 1002),
  drawings: "|   |   |\n".repeat(SIZE / 10),
  "form feeds": "a\f".repeat(SIZE / 2),
  ideographs: "日本語の文章\n".repeat(SIZE / 7),
  names: `${"A".repeat(60)}: a\n`.repeat(SIZE / 64),
  "ever deeper names": Array.from({ length: 900 }, (_, at) => `${" ".repeat((900 - at) * 4)}AB\n`).join(""),
};

describe("blocksOf() on texts made to hurt", () => {
  it.each(Object.keys(TEXTS))("stays linear on %s", (name) => {
    const text = TEXTS[name]!;
    const began = performance.now();
    blocksOf(text, { start: 0, end: text.length });
    // Usual speed is well over 2 MB/s; the limit leaves room for a busy machine, not for a square.
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it("reads a line of 50 MB", () => {
    const text = "word ".repeat(10_000_000);
    expect(blocksOf(text, { start: 0, end: text.length })).toHaveLength(1);
  });
});
