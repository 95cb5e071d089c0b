import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blocksOf } from "./blocks-of.ts";

const SHARED = join(import.meta.dirname, "../../../../shared");
const SEED = join(SHARED, "seed");
const STORIES = join(SHARED, "corpus/raw/tf-xfiles");

describe("blocksOf() on real files", () => {
  it.skipIf(!existsSync(SEED))("keeps the lines of the first letter and every word of it", () => {
    const [name] = readdirSync(SEED);
    const file = readFileSync(join(SEED, name!), "utf8");
    const start = file.indexOf("Dear ");
    const end = file.indexOf("The End");
    const blocks = blocksOf(file, { start, end });
    const shown = blocks.map((block) =>
      block.inlines.map(({ range }) => file.slice(range.start, range.end)).join(""),
    );
    expect(blocks[0]!.kind).toBe("letter-line");
    expect(blocks.at(-1)!.kind).toBe("letter-line");
    expect(blocks.slice(1, -1).every((block) => block.kind === "paragraph")).toBe(true);
    expect(shown).toEqual(
      file
        .slice(start, end)
        .split(/\s*\n\s*\n\s*/)
        .map((paragraph) => paragraph.trim())
        .filter((paragraph) => paragraph !== ""),
    );
  });

  it.skipIf(!existsSync(STORIES))(
    "makes no paragraph of thousands of lines, and few that begin inside a sentence",
    () => {
      let paragraphs = 0;
      let cut = 0;
      let longest = 0;
      for (const name of readdirSync(STORIES)) {
        const text = readFileSync(join(STORIES, name), "latin1");
        for (const block of blocksOf(text, { start: 0, end: text.length })) {
          if (block.kind !== "paragraph") continue;
          paragraphs++;
          longest = Math.max(longest, block.range.end - block.range.start);
          if (/\p{Ll}/u.test(text.charAt(block.range.start))) cut++;
        }
      }
      expect(paragraphs).toBeGreaterThan(5000);
      // Most of these few are bullets and writers without capitals.
      expect(cut / paragraphs).toBeLessThan(0.015);
      expect(longest).toBeLessThan(6000);
    },
  );
});
