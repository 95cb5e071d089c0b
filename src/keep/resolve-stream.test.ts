import { hash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keepPile } from "../../test/keep/keep-pile.ts";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { FixityError, NotFoundError, UsageError, type ByteSource, type Step } from "../terms/index.ts";
import { resolveStream, type StepOpener } from "./resolve-stream.ts";
import type { HeldObject } from "./held-object.ts";
import type { Originals } from "./open-originals.ts";

const TEXT = "0123456789".repeat(20_000);

async function keep(): Promise<{ readonly originals: Originals; readonly object: HeldObject }> {
  const pile = makeTemporaryFolder();
  writeFileSync(join(pile, "story.txt"), TEXT);
  return keepPile(makeTemporaryFolder(), pile);
}

const openRange: StepOpener = async (source, step) => {
  const [start = 0, end = 0] = step.at.split("-").map(Number);
  const read = async (): Promise<Uint8Array> => (await source.bytes()).subarray(start, end);
  const inner: ByteSource = {
    name: step.at,
    sizeBytes: end - start,
    bytes: read,
    async *stream() {
      yield await read();
    },
  };
  return inner;
};

function rangeStep(at: string, text: string): Step {
  return { step: "range", at, sha256: hash("sha256", text) };
}

describe("resolveStream()", () => {
  test("gives an original whole, in part and as a stream", async () => {
    const { originals, object } = await keep();
    const source = await resolveStream(originals, object.id, "story.txt");
    expect(source).toMatchObject({ name: "story.txt", sizeBytes: TEXT.length });
    expect(Buffer.from(await source.bytes()).toString()).toBe(TEXT);
    expect(Buffer.from(await source.bytes(4)).toString()).toBe("0123");
    expect(Buffer.concat(await Array.fromAsync(source.stream())).toString()).toBe(TEXT);
  });

  test("goes through steps and proves each digest", async () => {
    const { originals, object } = await keep();
    const openers = { range: openRange };
    const steps = [rangeStep("10-30", TEXT.slice(10, 30)), rangeStep("5-8", "567")];
    const source = await resolveStream(originals, object.id, "story.txt", steps, openers);
    expect(Buffer.from(await source.bytes()).toString()).toBe("567");
    const wrong = await resolveStream(originals, object.id, "story.txt", [rangeStep("0-3", "013")], openers);
    await expect(wrong.bytes()).rejects.toThrow(FixityError);
    await expect(Array.fromAsync(wrong.stream())).rejects.toThrow(FixityError);
    await expect(resolveStream(originals, object.id, "story.txt", steps)).rejects.toThrow(UsageError);
  });

  test("refuses bytes that changed, and a path that is not held", async () => {
    const { originals, object } = await keep();
    writeFileSync(originals.fileOf(object.id, object.files[0]?.contentPath ?? ""), TEXT.replace("9", "8"));
    const source = await resolveStream(originals, object.id, "story.txt");
    await expect(source.bytes()).rejects.toThrow(FixityError);
    await expect(Array.fromAsync(source.stream())).rejects.toThrow(FixityError);
    await expect(resolveStream(originals, object.id, "other.txt")).rejects.toThrow(NotFoundError);
  });
});
