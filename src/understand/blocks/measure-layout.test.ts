import { describe, expect, it } from "vitest";
import { measureLayout, type Layout } from "./measure-layout.ts";
import { splitLines } from "./split-lines.ts";

function layoutOf(text: string): Layout {
  return measureLayout(text, splitLines(text, { start: 0, end: text.length }).lines).layout;
}

const WORDS =
  "the ferry came in late and nobody on the quay had anything to say about it until the lamps were lit".split(
    " ",
  );

/** Paragraphs of plain words, wrapped at a column. */
function wrap(count: number, width: number, first: string, between: string): string {
  const paragraphs: string[] = [];
  for (let number = 0; number < count; number++) {
    const lines = [`${first}Then`];
    for (let at = 0; at < 40 + number * 3; at++) {
      const word = WORDS[at % WORDS.length]!;
      if (lines.at(-1)!.length + 1 + word.length > width) lines.push(word);
      else lines[lines.length - 1] += ` ${word}`;
    }
    paragraphs.push(`${lines.join("\n")}.`);
  }
  return paragraphs.join(between);
}

describe("measureLayout()", () => {
  it.each([40, 60, 72, 79, 132])("finds a wrap at %i columns", (width) => {
    const found = layoutOf(wrap(8, width, "", "\n\n")).wrap!;
    expect(found.ragged).toBe(false);
    expect(Math.abs(found.width - width)).toBeLessThanOrEqual(4);
  });

  it("finds no wrap where each line is a paragraph, with or without blank lines", () => {
    expect(layoutOf(wrap(9, 100_000, "", "\n\n")).wrap).toBeUndefined();
    expect(layoutOf(wrap(9, 100_000, "", "\n")).wrap).toBeUndefined();
  });

  it("finds no wrap in a poem", () => {
    const poem =
      "I kept the key\nand lost the door,\nI kept the boat\nAnd lost the shore,\n\nAnd now I keep\nA little light\nIn case the house\nComes home at night.\n";
    expect(layoutOf(poem).wrap).toBeUndefined();
  });

  it("calls a text wrapped twice ragged", () => {
    const twice = wrap(8, 76, "", "\n\n")
      .split("\n")
      .flatMap((line) => {
        if (line.length <= 66) return [line];
        const cut = line.lastIndexOf(" ", 66);
        return [line.slice(0, cut), line.slice(cut + 1)];
      });
    expect(layoutOf(twice.join("\n")).wrap?.ragged).toBe(true);
  });

  it("knows first lines by their indent, and hanging ones", () => {
    expect(layoutOf(wrap(8, 60, "     ", "\n"))).toMatchObject({
      firstIndent: 5,
      margin: 0,
      marks: { indent: true, outdent: false },
    });
    const hanging = wrap(8, 60, "", "\n").replaceAll(/\n(?!Then)/g, "\n      ");
    expect(layoutOf(hanging).marks).toMatchObject({ indent: false, outdent: true });
  });

  it("takes the spacing of a double-spaced text away before anything is measured", () => {
    const doubled = wrap(6, 60, "", "\n\n").replaceAll("\n", "\n\n");
    const { lines, layout } = measureLayout(
      doubled,
      splitLines(doubled, { start: 0, end: doubled.length }).lines,
    );
    expect(layout.wrap).toBeDefined();
    expect(new Set(lines.map((line) => line.gap))).toEqual(new Set([0, 2]));
  });

  it("leaves single blank lines between one-line paragraphs alone", () => {
    const text = wrap(9, 100_000, "", "\n\n");
    const { lines } = measureLayout(text, splitLines(text, { start: 0, end: text.length }).lines);
    expect(lines.slice(1).every((line) => line.gap === 1)).toBe(true);
  });

  it("takes wide gaps for scenes only when they are a habit and rare", () => {
    const part = wrap(5, 60, "", "\n\n");
    expect(layoutOf([part, part, part].join("\n\n\n\n")).sceneGap).toBe(3);
    expect(layoutOf([part, part].join("\n\n\n\n")).sceneGap).toBe(Number.POSITIVE_INFINITY);
    expect(layoutOf(wrap(9, 60, "", "\n\n\n\n")).sceneGap).toBe(Number.POSITIVE_INFINITY);
  });

  it("takes one blank line for a scene where paragraphs follow each other without", () => {
    const part = wrap(9, 60, "    ", "\n");
    expect(layoutOf([part, part].join("\n\n")).sceneGap).toBe(1);
  });

  it("takes form feeds for scenes unless one stands inside a sentence", () => {
    expect(layoutOf("It ended.\n\fIt began.\n").pagesAreScenes).toBe(true);
    expect(layoutOf("It went on and\n\fon and on.\n").pagesAreScenes).toBe(false);
  });
});
