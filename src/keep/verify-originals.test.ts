import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { keepPile } from "../../test/keep/keep-pile.ts";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import type { Originals } from "./open-originals.ts";

async function keepTwo(): Promise<{ readonly originals: Originals; readonly folder: string }> {
  const pile = makeTemporaryFolder();
  writeFileSync(join(pile, "one.txt"), "one");
  writeFileSync(join(pile, "two.txt"), "two");
  const { originals, object } = await keepPile(makeTemporaryFolder(), pile);
  return { originals, folder: originals.fileOf(object.id, ".") };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

describe("verify()", () => {
  test("finds nothing in sound originals", async () => {
    const { originals } = await keepTwo();
    expect(await Array.fromAsync(originals.verify())).toEqual([]);
  });

  test("names the file of which one byte was flipped, whichever it is", async () => {
    const { originals, folder } = await keepTwo();
    const files = filesIn(folder);
    expect(files.length).toBe(8);
    for (const file of files) {
      const path = join(folder, file);
      const sound = readFileSync(path);
      for (const at of [0, Math.floor(sound.length / 2), sound.length - 1]) {
        const flipped = Buffer.from(sound);
        flipped[at] = (flipped[at] ?? 0) ^ 0x01;
        writeFileSync(path, flipped);
        expect(await Array.fromAsync(originals.verify())).toMatchObject([{ path: file, kind: "changed" }]);
      }
      writeFileSync(path, sound);
    }
  });

  test("names what is missing and what nobody recorded", async () => {
    const { originals, folder } = await keepTwo();
    rmSync(join(folder, "v1/content/original/one.txt"));
    writeFileSync(join(folder, "v1/content/original/three.txt"), "three");
    expect(await Array.fromAsync(originals.verify())).toMatchObject([
      { objectId: "urn:fanlight:r1:0001", path: "v1/content/original/one.txt", kind: "missing", found: null },
      {
        objectId: "urn:fanlight:r1:0001",
        path: "v1/content/original/three.txt",
        kind: "extra",
        expected: null,
      },
    ]);
  });

  test("says that an object is beyond reading when no inventory is sound", async () => {
    const { originals, folder } = await keepTwo();
    for (const place of ["", "v1"]) writeFileSync(join(folder, place, "inventory.json"), "{");
    expect(await Array.fromAsync(originals.verify())).toMatchObject([
      { path: "inventory.json", kind: "unreadable" },
    ]);
  });

  test("misses an object from the gap in the numbers", async () => {
    const { originals, folder } = await keepTwo();
    await (await originals.stageObject("r1", 2)).commit("2026-01-02T03:04:05.678Z");
    rmSync(folder, { recursive: true });
    mkdirSync(join(folder, ".."), { recursive: true });
    expect(await Array.fromAsync(originals.verify())).toMatchObject([
      { objectId: "urn:fanlight:r1:0001", path: "", kind: "missing" },
    ]);
  });
});
