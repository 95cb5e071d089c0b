import { hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keepPile } from "../../test/keep/keep-pile.ts";
import { listTree } from "../../test/keep/list-tree.ts";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { NotFoundError, UsageError } from "../terms/index.ts";
import { MAX_FILES_PER_OBJECT } from "./held-object.ts";
import { initArchiveFolder } from "./init-archive-folder.ts";
import { validateOcfl } from "./ocfl/validate-ocfl.ts";
import { openOriginals } from "./open-originals.ts";

const NOW = "2026-01-02T03:04:05.678Z";

function makePile(files: Readonly<Record<string, string | Uint8Array>>): string {
  const pile = makeTemporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(pile, path, ".."), { recursive: true });
    writeFileSync(join(pile, path), content);
  }
  return pile;
}

describe("openOriginals()", () => {
  test("holds files byte for byte under their names, as a valid OCFL root", async () => {
    const archive = makeTemporaryFolder();
    const large = Buffer.alloc(3 * 1024 * 1024 + 7, "large ");
    const pile = makePile({ "a/one.txt": "one", "a/What now?.txt": "two", "b.bin": large, "empty.txt": "" });
    const { originals, object } = await keepPile(archive, pile);
    expect(object.files.map((file) => file.path)).toEqual([
      "a/What now?.txt",
      "a/one.txt",
      "b.bin",
      "empty.txt",
    ]);
    for (const file of object.files) {
      const bytes = readFileSync(originals.fileOf(object.id, file.contentPath));
      expect(bytes.equals(readFileSync(join(pile, file.path)))).toBe(true);
      expect(file).toMatchObject({
        sizeBytes: bytes.length,
        sha256: hash("sha256", bytes),
        sha512: hash("sha512", bytes),
      });
    }
    expect(object.files[0]?.contentPath).toBe("v1/content/original/a/What now%3F.txt");
    expect(await originals.readObject(object.id)).toEqual(object);
    expect(await Array.fromAsync(validateOcfl(originals.root))).toEqual([]);
    expect(readdirSync(join(archive, "staging"))).toEqual([]);
  });

  test("gives the same bytes for the same files", async () => {
    const pile = makePile({ "a/x": "x", "b/y": "y", "c/x again": "x" });
    const [one, two] = [makeTemporaryFolder(), makeTemporaryFolder()];
    await keepPile(one, pile);
    await keepPile(two, pile);
    expect(listTree(join(one, "originals"))).toEqual(listTree(join(two, "originals")));
  });

  test("stores equal files once and tells both paths", async () => {
    const pile = makePile({ "a.txt": "same", "b/copy.txt": "same" });
    const { originals, object } = await keepPile(makeTemporaryFolder(), pile);
    expect(object.files.map((file) => file.contentPath)).toEqual([
      "v1/content/original/a.txt",
      "v1/content/original/a.txt",
    ]);
    expect(await Array.fromAsync(validateOcfl(originals.root))).toEqual([]);
  });

  test("holds names that no file system or OCFL can, raw bytes beside", async () => {
    const pile = makeTemporaryFolder();
    const raw = Buffer.from("caf\xe9 \u0007.txt", "latin1");
    writeFileSync(Buffer.concat([Buffer.from(`${pile}/`), raw]), "1");
    writeFileSync(join(pile, `${"n".repeat(251)}.txt`), "2");
    writeFileSync(join(pile, "NUL"), "3");
    const { originals, object } = await keepPile(makeTemporaryFolder(), pile);
    expect(object.files.map((file) => file.path)).toEqual([
      "NUL",
      "caf\ufffdE9 \ufffd07.txt",
      `${"n".repeat(251)}.txt`,
    ]);
    expect(object.files[1]?.rawPathHex).toBe(raw.toString("hex"));
    expect((await originals.readObject(object.id)).files[1]?.rawPathHex).toBe(raw.toString("hex"));
    for (const file of object.files)
      expect(existsSync(originals.fileOf(object.id, file.contentPath))).toBe(true);
    expect(await Array.fromAsync(validateOcfl(originals.root))).toEqual([]);
  });

  test("holds paths that clash or climb, as a zip can have them", async () => {
    const archive = makeTemporaryFolder();
    await initArchiveFolder(archive);
    const originals = await openOriginals(archive);
    const staging = await originals.stageObject("r1", 1);
    for (const path of ["a", "a/b", "../../up", "/root", "x//y", "A", ""]) {
      const source = async function* (): AsyncIterable<Uint8Array> {
        yield Buffer.from(`the file ${path}`);
      };
      expect(await staging.add({ path, source })).toMatchObject({ type: "held", file: { path } });
    }
    const object = await staging.commit(NOW);
    expect(await Array.fromAsync(validateOcfl(originals.root))).toEqual([]);
    for (const file of object.files) {
      expect(readFileSync(originals.fileOf(object.id, file.contentPath), "utf8")).toBe(
        `the file ${file.path}`,
      );
    }
  });

  test("tells two files of one path apart", async () => {
    const archive = makeTemporaryFolder();
    await initArchiveFolder(archive);
    const originals = await openOriginals(archive);
    const staging = await originals.stageObject("r1", 1);
    const pile = makePile({ "one/story": "one", "two/story": "two" });
    for (const folder of ["one", "two"])
      await staging.add({ path: "story", source: join(pile, folder, "story") });
    const object = await staging.commit(NOW);
    expect(object.files.map((file) => file.path)).toEqual(["story", "story~2"]);
    const successor = await originals.prepareSuccessor(object.id, [{ path: "story", remove: true }]);
    expect(successor.files.map((file) => [file.path, file.sha256])).toEqual([
      ["story~2", hash("sha256", "two")],
    ]);
    await originals.purgeObject(object.id);
    expect(await Array.fromAsync(validateOcfl(originals.root))).toEqual([]);
  });

  test("leaves out what the caller does not want, and keeps nothing of it", async () => {
    const archive = makeTemporaryFolder();
    await initArchiveFolder(archive);
    const originals = await openOriginals(archive);
    const staging = await originals.stageObject("r1", 1);
    const pile = makePile({ small: "unwanted words", large: Buffer.alloc(400_000, "unwanted words ") });
    for (const path of ["small", "large"]) {
      const added = await staging.add({ path, source: join(pile, path), leaveOut: () => true });
      expect(added).toMatchObject({
        type: "left-out",
        sha256: hash("sha256", readFileSync(join(pile, path))),
      });
    }
    await staging.commit(NOW);
    expect(listTree(archive).filter((line) => /small|large|spool/.test(line))).toEqual([]);
    expect(await Array.fromAsync(validateOcfl(originals.root))).toEqual([]);
  });

  test("gives an issue for a file that is gone, and for one that keeps changing", async () => {
    const archive = makeTemporaryFolder();
    await initArchiveFolder(archive);
    const staging = await (await openOriginals(archive)).stageObject("r1", 1);
    expect(await staging.add({ path: "gone", source: join(archive, "gone") })).toMatchObject({
      type: "issue",
      issue: { code: "K-001" },
    });
    const path = join(makePile({ log: Buffer.alloc(8 * 1024 * 1024) }), "log");
    const grow = setInterval(() => writeFileSync(path, "more", { flag: "a" }), 1);
    const added = await staging.add({ path: "log", source: path });
    clearInterval(grow);
    expect(added).toMatchObject({ type: "issue", issue: { code: "K-002" } });
    expect(staging.count).toBe(0);
    await staging.discard();
    expect(readdirSync(join(archive, "staging"))).toEqual([]);
  });

  test("takes no more than 1,000 files into an object", async () => {
    const archive = makeTemporaryFolder();
    await initArchiveFolder(archive);
    const staging = await (await openOriginals(archive)).stageObject("r1", 1);
    const source = join(makePile({ x: "x" }), "x");
    for (let n = 0; n < MAX_FILES_PER_OBJECT; n += 1) await staging.add({ path: `${n}`, source });
    await expect(staging.add({ path: "one more", source })).rejects.toThrow(UsageError);
    expect((await staging.commit(NOW)).files.length).toBe(MAX_FILES_PER_OBJECT);
  });

  test("takes adds in the order of the calls, however long each takes", async () => {
    const archive = makeTemporaryFolder();
    await initArchiveFolder(archive);
    const staging = await (await openOriginals(archive)).stageObject("r1", 1);
    const pile = makePile({
      large: Buffer.alloc(600_000, "x"),
      copy: Buffer.alloc(600_000, "x"),
      small: "s",
    });
    const added = await Promise.all(
      ["large", "copy", "small"].map((path) => staging.add({ path, source: join(pile, path) })),
    );
    expect(added[1]).toMatchObject({ file: { path: "copy", contentPath: "v1/content/original/large" } });
  });

  test("lists objects as they were taken in and refuses to take one twice", async () => {
    const archive = makeTemporaryFolder();
    await initArchiveFolder(archive);
    const originals = await openOriginals(archive);
    for (const [accession, sequence] of [
      ["r10", 1],
      ["r2", 2],
      ["r2", 1],
    ] as const) {
      await (await originals.stageObject(accession, sequence)).commit(NOW);
    }
    expect((await Array.fromAsync(originals.listObjects())).map((object) => object.id)).toEqual([
      "urn:fanlight:r2:0001",
      "urn:fanlight:r2:0002",
      "urn:fanlight:r10:0001",
    ]);
    await expect(originals.stageObject("r2", 1)).rejects.toThrow(UsageError);
    await expect(originals.readObject("urn:fanlight:r3:0001")).rejects.toThrow(NotFoundError);
    expect(() => originals.fileOf("urn:fanlight:r2:0001", "../../../x")).toThrow(UsageError);
  });

  test("says to run init where there is no archive", async () => {
    await expect(openOriginals(makeTemporaryFolder())).rejects.toThrow(/fanlight init/);
  });
});
