import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inspectFile, type InspectedStory } from "../src/app/index.ts";
import { fold } from "../src/text/index.ts";

const SAMPLES = resolve(import.meta.dirname, "../samples");

interface TrueStory {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly pairings: readonly string[];
  readonly rating: string | null;
  readonly warnings: readonly string[];
  readonly part: string | null;
  readonly permission: string;
  readonly stance: string;
  readonly firstWords: string;
  readonly lastWords: string;
}

interface TrueFile {
  readonly file: string;
  readonly kind: string;
  readonly stories?: readonly TrueStory[];
}

const { files } = parse(readFileSync(join(SAMPLES, "truth.yaml"), "utf8")) as { files: readonly TrueFile[] };

const letters = (words: string): string => fold(words).replace(/[^\p{L}\p{N}]+/gu, "");

const written = (
  story: InspectedStory | undefined,
  field: keyof InspectedStory["fields"],
): readonly string[] => (story?.fields[field] ?? []).map((claim) => letters(claim.asWritten));

/** What is told of a story, in the shape of the truth. */
function tell(story: InspectedStory | undefined): Record<string, unknown> {
  return {
    title: written(story, "title")[0] ?? null,
    authors: written(story, "author"),
    pairings: written(story, "pairing"),
    rating: written(story, "rating")[0] ?? null,
    warnings: written(story, "warning"),
    part: written(story, "part")[0] ?? null,
    permission: story?.permission,
    stance: story?.stance,
    firstWords: letters(story?.body?.firstWords ?? ""),
    lastWords: letters(story?.body?.lastWords ?? ""),
  };
}

function truth(story: TrueStory): Record<string, unknown> {
  return {
    title: story.title === null ? null : letters(story.title),
    authors: story.authors.map(letters),
    pairings: story.pairings.map(letters),
    rating: story.rating === null ? null : letters(story.rating),
    warnings: story.warnings.map(letters),
    part: story.part === null ? null : letters(story.part),
    permission: story.permission,
    stance: story.stance,
    firstWords: letters(story.firstWords),
    lastWords: letters(story.lastWords),
  };
}

describe("the samples", () => {
  test("are at least 40", () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  test.each(files.filter((file) => file.stories))(
    "$file is understood as its truth says",
    async ({ file, stories = [] }) => {
      const inspected = (await inspectFile(join(SAMPLES, "pile", file), file)).filter(
        (story) => story.story !== null,
      );
      expect(inspected.map(tell)).toEqual(stories.map(truth));
    },
  );

  test.each(files.filter((file) => !file.stories))("$file is not taken for a story", async ({ file }) => {
    const inspected = await inspectFile(join(SAMPLES, "pile", file), file);
    expect(inspected.filter((story) => story.story !== null)).toEqual([]);
  });
});
