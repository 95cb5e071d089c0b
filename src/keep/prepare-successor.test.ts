import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keepPile } from "../../test/keep/keep-pile.ts";
import { listTree } from "../../test/keep/list-tree.ts";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { NotFoundError } from "../terms/index.ts";
import { validateOcfl } from "./ocfl/validate-ocfl.ts";

const SECRET = "the lighthouse keeper never told";

function makePile(): string {
  const pile = makeTemporaryFolder();
  mkdirSync(join(pile, "letters"));
  writeFileSync(join(pile, "a.txt"), "stays as it is");
  writeFileSync(join(pile, "b.txt"), `Before.\r\n${SECRET}\r\nand more\r\nAfter.\n`);
  writeFileSync(join(pile, "letters/Jane Example - lighthouse.txt"), `${SECRET}, all of it`);
  writeFileSync(join(pile, "letters/z.txt"), "stays as it is");
  return pile;
}

function bytesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(
      (entry) =>
        `${entry.name}\n${entry.isFile() ? readFileSync(join(entry.parentPath, entry.name), "latin1") : ""}`,
    )
    .join("\n");
}

const REDACTIONS = [
  { path: "letters/Jane Example - lighthouse.txt", remove: true },
  { path: "b.txt", blank: [{ start: 9, end: 9 + SECRET.length + 2 + 4 }] },
] as const;

describe("prepareSuccessor()", () => {
  test("leaves no byte and no name of what goes, and every other byte as it was", async () => {
    const archive = makeTemporaryFolder();
    const { originals, object } = await keepPile(archive, makePile());
    expect(bytesOf(archive)).toContain(SECRET);
    const successor = await originals.prepareSuccessor(object.id, REDACTIONS);
    expect(await originals.listObjectIds()).toEqual([object.id, successor.id]);
    await originals.purgeObject(object.id);

    expect(successor.id).toBe("urn:fanlight:r1:0001~2");
    expect(successor.files.map((file) => file.path)).toEqual(["a.txt", "b.txt", "letters/z.txt"]);
    const redacted = successor.files[1];
    expect(readFileSync(originals.fileOf(successor.id, redacted?.contentPath ?? ""), "utf8")).toBe(
      `Before.\r\n${" ".repeat(SECRET.length)}\r\n    more\r\nAfter.\n`,
    );
    expect(bytesOf(archive)).not.toMatch(/lighthouse|Jane/);
    for (const file of object.files) {
      if (file.path === "b.txt" || file.path.includes("Jane"))
        expect(bytesOf(archive)).not.toContain(file.sha256);
    }
    expect(await Array.fromAsync(validateOcfl(originals.root))).toEqual([]);
    expect(await Array.fromAsync(originals.verify())).toEqual([]);
  });

  test("gives the same bytes each time, the second redaction too", async () => {
    const pile = makePile();
    const trees = [];
    for (let n = 0; n < 2; n += 1) {
      const archive = makeTemporaryFolder();
      const { originals, object } = await keepPile(archive, pile);
      const second = await originals.prepareSuccessor(object.id, REDACTIONS);
      await originals.purgeObject(object.id);
      const third = await originals.prepareSuccessor(second.id, [
        { path: "b.txt", blank: [{ start: 0, end: 7 }], rename: "renamed.txt" },
      ]);
      await originals.purgeObject(second.id);
      expect(third.id).toBe("urn:fanlight:r1:0001~3");
      trees.push(listTree(join(archive, "originals")));
    }
    expect(trees[0]).toEqual(trees[1]);
  });

  test("leaves an object without files when all of them go", async () => {
    const { originals, object } = await keepPile(makeTemporaryFolder(), makePile());
    const all = object.files.map((file) => ({ path: file.path, remove: true }) as const);
    const successor = await originals.prepareSuccessor(object.id, all);
    await originals.purgeObject(object.id);
    expect(successor.files).toEqual([]);
    expect(await Array.fromAsync(validateOcfl(originals.root))).toEqual([]);
  });

  test("refuses a path that the object does not hold", async () => {
    const { originals, object } = await keepPile(makeTemporaryFolder(), makePile());
    const redaction = originals.prepareSuccessor(object.id, [{ path: "no such", remove: true }]);
    await expect(redaction).rejects.toThrow(NotFoundError);
    expect(await originals.listObjectIds()).toEqual([object.id]);
  });
});

describe("recover()", () => {
  test("undoes an erasure that the journal does not know", async () => {
    const archive = makeTemporaryFolder();
    const { originals, object } = await keepPile(archive, makePile());
    const before = listTree(join(archive, "originals"));
    await originals.prepareSuccessor(object.id, REDACTIONS);
    await originals.recover([]);
    expect(listTree(join(archive, "originals"))).toEqual(before);
  });

  test("ends an erasure that the journal knows", async () => {
    const archive = makeTemporaryFolder();
    const { originals, object } = await keepPile(archive, makePile());
    const successor = await originals.prepareSuccessor(object.id, REDACTIONS);
    await originals.recover([{ from: object.id, to: successor.id }]);
    expect(await originals.listObjectIds()).toEqual([successor.id]);
    expect(bytesOf(archive)).not.toContain(SECRET);
  });
});
