import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { inspectFile } from "../src/app/index.ts";
import { blocksOf } from "../src/understand/index.ts";

/** A farewell letter under four typed header lines: the shape of the story that started this project. */
interface Letter {
  readonly file: string;
  readonly title: string;
  readonly first: string;
  readonly last: string;
}

const SAMPLE: Letter = {
  file: resolve(import.meta.dirname, "../samples/pile/geocities/kettle.txt"),
  title: "Mind the Kettle, Pip",
  first: "Dear Pip,",
  last: "All my love,",
};

/** The story itself is not ours to copy: it is looked for beside the project. */
const SEED_FOLDER = resolve(import.meta.dirname, "../../shared/seed");
const letters: readonly Letter[] = [
  SAMPLE,
  ...(existsSync(SEED_FOLDER)
    ? readdirSync(SEED_FOLDER).map((name) => ({
        file: join(SEED_FOLDER, name),
        title: "I'm Sorry, Wills",
        first: "Dear Wills,",
        last: "All my love,",
      }))
    : []),
];

describe.each(letters)("$title", ({ file, title, first, last }) => {
  const text = readFileSync(file, "utf8");

  test("is one story whose four header lines, title and end are claims at their exact words", async () => {
    const [story, ...more] = await inspectFile(file);
    expect(more).toEqual([]);
    expect(story?.kind).toBe("story");
    const claims = Object.entries(story?.fields ?? {}).flatMap(([field, values]) =>
      values.map((claim) => ({ field, ...claim })),
    );
    for (const { asWritten, range, bytes } of claims) {
      expect(text.slice(range?.[0], range?.[1])).toBe(asWritten);
      expect(Buffer.from(text).subarray(bytes?.[0], bytes?.[1]).toString()).toBe(asWritten);
    }
    expect([...new Set(claims.map((claim) => claim.field))].sort()).toEqual([
      "dedication",
      "end-marker",
      "pairing",
      "summary",
      "title",
      "warning",
    ]);
    expect(story?.fields.title?.map((claim) => claim.asWritten)).toEqual([title]);
    expect(story?.fields["end-marker"]?.[0]?.asWritten).toBe("The End");
    expect(story?.fields.warning?.length).toBeGreaterThan(0);
  });

  test("invents nothing: author, fandom, rating, date and permission stay not stated", async () => {
    const [story] = await inspectFile(file);
    for (const field of ["author", "fandom", "rating", "date", "archive-permission", "email"] as const)
      expect(story?.fields[field]).toBeUndefined();
    expect(story?.permission).toBe("not-stated");
  });

  test("runs from the salutation to the open end, which is neither signature nor damage", async () => {
    const [story] = await inspectFile(file);
    const [start = 0, end = 0] = story?.body?.range ?? [];
    expect(text.slice(start, start + first.length)).toBe(first);
    expect(text.slice(0, end).trimEnd().endsWith(last)).toBe(true);
    expect(story?.issues.filter((issue) => !issue.code.startsWith("U-00"))).toEqual([]);
    expect(story?.issues.map((issue) => issue.code)).not.toContain("U-005");
  });

  test("keeps every paragraph a paragraph and every word in its place", async () => {
    const [story] = await inspectFile(file);
    const [start = 0, end = 0] = story?.body?.range ?? [];
    const blocks = blocksOf(text, { start, end });
    const expected = text
      .slice(start, end)
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean);
    expect(blocks.map((block) => text.slice(block.range.start, block.range.end).trim())).toEqual(expected);
    expect(blocks.at(0)?.kind).toBe("letter-line");
    expect(blocks.at(-1)?.kind).toBe("letter-line");
  });
});
