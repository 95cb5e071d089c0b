import { fork, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CatalogueError, LockedError, StorageError } from "../../terms/index.ts";
import { inventBatch, inventOriginal } from "../../../test/store/invent-derived.ts";
import { openCatalogue } from "./open-catalogue.ts";
import { openCatalogueWriter } from "./open-catalogue-writer.ts";
import { openWriterDb } from "./open-writer-db.ts";
import { fillStore } from "../../../test/store/open-test-store.ts";
import { countStories } from "./queries/counts.ts";
import { countWorks, listUnindexedWorks } from "./queries/works.ts";
import { SCHEMA_VERSION } from "./schema.ts";
import { startCatalogueWriter } from "./start-catalogue-writer.ts";
import { storePathsOf, type StorePaths } from "./store-paths.ts";
import { finishSwap, swapIn } from "./swap-in.ts";
import { writeBatch } from "./write/write-batch.ts";
import { writeDerived } from "./write/write-derived.ts";

let dir: string;
let paths: StorePaths;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "fanlight-opening-"));
  paths = storePathsOf(dir);
});
afterEach(() => {
  chmodSync(dir, 0o700);
  rmSync(dir, { recursive: true, force: true });
});

async function makeStore(at: StorePaths, count: number): Promise<void> {
  const writer = await openCatalogueWriter(at);
  await fillStore(writer, count);
  await writer.close();
}

async function storiesIn(at: StorePaths): Promise<number> {
  const catalogue = await openCatalogue(at);
  try {
    return await countStories(catalogue.db);
  } finally {
    await catalogue.close();
  }
}

describe("openCatalogue()", () => {
  test("says to rebuild when there is no catalogue", async () => {
    await expect(openCatalogue(paths)).rejects.toThrow(CatalogueError);
    await expect(openCatalogue(paths)).rejects.toThrow(/run "fanlight rebuild"$/);
  });

  test.each([0, 1, 100, 8192, 20_000, 100_001])(
    "says to rebuild when it is cut to %i bytes",
    async (size) => {
      await makeStore(paths, 300);
      truncateSync(paths.catalogue, size);
      await expect(openCatalogue(paths)).rejects.toThrow(CatalogueError);
      if (size > 1) await expect(openCatalogueWriter(paths)).rejects.toThrow(/run "fanlight rebuild"$/);
    },
  );

  test("says to rebuild when it is something else", async () => {
    writeFileSync(paths.catalogue, "Dear Lantern,\n".repeat(2000));
    await expect(openCatalogue(paths)).rejects.toThrow(CatalogueError);
    await expect(openCatalogueWriter(paths)).rejects.toThrow(CatalogueError);
  });

  test.each([
    [SCHEMA_VERSION + 1, /newer version/],
    [SCHEMA_VERSION - 1, /older version/],
  ])("refuses a catalogue of version %i", async (version, message) => {
    await makeStore(paths, 1);
    const connection = new DatabaseSync(paths.catalogue);
    connection.exec(`update meta set value = '${version}' where key = 'schema_version'`);
    connection.close();
    await expect(openCatalogue(paths)).rejects.toThrow(message);
    await expect(openCatalogueWriter(paths)).rejects.toThrow(message);
    await expect(startCatalogueWriter(paths)).rejects.toThrow(CatalogueError);
  });

  test("cannot change anything", async () => {
    await makeStore(paths, 1);
    const catalogue = await openCatalogue(paths);
    await expect(catalogue.db.deleteFrom("story").execute()).rejects.toThrow(/readonly/);
    await catalogue.close();
  });

  test("reads in a folder it may not write to", async () => {
    await makeStore(paths, 3);
    chmodSync(dir, 0o555);
    const program = `
      const { openCatalogue } = await import(${JSON.stringify(import.meta.resolve("./open-catalogue.ts"))});
      const { db, close } = await openCatalogue(${JSON.stringify(paths)});
      console.log((await db.selectFrom("story").selectAll().execute()).length);
      await close();`;
    // modes mean nothing to root, so it looks with the eyes of nobody
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      ...nobody,
      encoding: "utf8",
    });
    expect({ stdout, stderr }).toEqual({ stdout: "3\n", stderr: "" });
  });

  test("lets queries go on beside a stream that is not finished", async () => {
    await makeStore(paths, 50);
    const catalogue = await openCatalogue(paths);
    const { db } = catalogue;
    const seen: number[] = [];
    for await (const _ of db.selectFrom("story").select("id").stream()) {
      if (seen.length < 8)
        seen.push(...(await Promise.all([countStories(db), countStories(db), countStories(db)])));
    }
    expect(seen).toEqual(Array.from({ length: 9 }, () => 50));
    await catalogue.close();
  });
});

describe("startCatalogueWriter()", () => {
  test("writes in a thread of its own and brings errors back with their class", async () => {
    const writer = await startCatalogueWriter(paths);
    await fillStore(writer, 20);
    await expect(
      writer.writeDerived({ objects: [], originals: [inventOriginal(30), inventOriginal(30)] }),
    ).rejects.toThrow(CatalogueError);
    await writer.writeDerived(inventBatch(20, 5));
    await writer.close();
    expect(await storiesIn(paths)).toBe(25);
  });

  test("runs calls in order, one transaction each, however many are made at once", async () => {
    const writer = await startCatalogueWriter(paths);
    const batches = Array.from({ length: 12 }, (_, i) => writer.writeDerived(inventBatch(i * 10, 10)));
    const closed = writer.close();
    await Promise.all([...batches, closed]);
    await expect(writer.optimise()).rejects.toThrow(/writer has ended/);
    const catalogue = await openCatalogue(paths);
    expect(catalogue.generation()).toBe(12);
    await catalogue.close();
  });

  test("says who is in the way when another process writes", async () => {
    await makeStore(paths, 1);
    const other = new DatabaseSync(paths.catalogue);
    other.exec("begin immediate");
    const writer = await openCatalogueWriter(paths);
    await expect(writer.setVocabularyHash("x")).rejects.toThrow(LockedError);
    other.exec("rollback");
    await writer.setVocabularyHash("x");
    other.close();
    await writer.close();
  });
});

describe("a full disk", () => {
  test("is said so, and leaves the batches before", async () => {
    const { db, connection } = await openWriterDb(paths.catalogue, 1);
    await writeBatch(db, (trx) => writeDerived(trx, inventBatch(0, 50)));
    connection.exec("pragma max_page_count = 60");
    await expect(writeBatch(db, (trx) => writeDerived(trx, inventBatch(1000, 900)))).rejects.toThrow(
      StorageError,
    );
    expect(await countStories(db)).toBe(50);
    connection.exec("pragma max_page_count = 100000");
    await writeBatch(db, (trx) => writeDerived(trx, inventBatch(1000, 900)));
    expect(await countStories(db)).toBe(950);
    await db.destroy();
  });
});

describe("a killed writer", () => {
  test("leaves whole batches, all that it says is indexed, and the next writer goes on", async () => {
    const program = join(import.meta.dirname, "../../../test/store/write-until-killed.ts");
    for (const delay of [30, 60, 100]) {
      const child = fork(program, [dir], { execArgv: [], stdio: "ignore" });
      await new Promise((resolve) => child.once("message", resolve));
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
      const catalogue = await openCatalogue(paths);
      const { db, search } = catalogue;
      const stories = await countStories(db);
      expect(stories).toBeGreaterThan(0);
      expect(stories % 50).toBe(0);
      const waiting = await listUnindexedWorks(db, 1000);
      const found = await search.query({ words: ["lamp"], phrases: [], not: [] }, { limit: 1 });
      expect(found.total).toBeGreaterThanOrEqual(Math.min(2000, (await countWorks(db)) - waiting.length));
      const check = new DatabaseSync(paths.catalogue).prepare("pragma integrity_check").get();
      expect(check).toMatchObject({ integrity_check: "ok" });
      await catalogue.close();
    }
  });
});

describe("openCatalogueWriter()", () => {
  test("notices that the index, or a part of it, is gone, and asks for it again", async () => {
    const writer = await openCatalogueWriter(paths);
    await fillStore(writer, 3);
    await writer.indexWorks(
      [1, 2, 3].map((number) => ({ number, title: "Lamp", people: "", summary: "", body: "" })),
    );
    await writer.close();
    const waitingAfter = async (lose: string | undefined): Promise<number> => {
      if (lose !== undefined) rmSync(join(paths.search, lose), { recursive: true });
      const again = await openCatalogueWriter(paths);
      const catalogue = await openCatalogue(paths);
      const waiting = (await listUnindexedWorks(catalogue.db, 10)).length;
      await catalogue.close();
      await again.indexWorks(
        [1, 2, 3].map((number) => ({ number, title: "Lamp", people: "", summary: "", body: "" })),
      );
      await again.close();
      return waiting;
    };
    expect(await waitingAfter(undefined)).toBe(0);
    expect(await waitingAfter("bodies-0000.sqlite")).toBe(3);
    expect(await waitingAfter("heads.sqlite")).toBe(3);
    expect(await waitingAfter("")).toBe(3);
    expect(await waitingAfter(undefined)).toBe(0);
  });

  test("says so when there is no folder to write in", async () => {
    await expect(openCatalogueWriter(storePathsOf(join(dir, "absent")))).rejects.toThrow(StorageError);
  });

  test("lets go of the catalogue when the index is damaged", async () => {
    await makeStore(paths, 1);
    writeFileSync(join(paths.search, "heads.sqlite"), "not an index ".repeat(500));
    await expect(openCatalogueWriter(paths)).rejects.toThrow(CatalogueError);
    expect(existsSync(`${paths.catalogue}-wal`)).toBe(false);
  });
});

describe("swapIn()", () => {
  const suffix = ".new";

  test("puts the new set in place of the old, and tells readers", async () => {
    await makeStore(paths, 3);
    const reader = await openCatalogue(paths);
    const next = storePathsOf(dir, suffix);
    await makeStore(next, 7);
    mkdirSync(next.texts);
    swapIn(dir, suffix);
    expect(await storiesIn(paths)).toBe(7);
    expect(existsSync(paths.texts)).toBe(true);
    expect(reader.isReplaced()).toBe(true);
    expect(await countStories(reader.db)).toBe(3);
    await reader.close();
    expect([next.catalogue, next.search, next.texts, join(dir, "swap.json")].filter(existsSync)).toEqual([]);
  });

  test("works without an old set, and keeps old texts when there are no new ones", async () => {
    mkdirSync(paths.texts);
    await makeStore(storePathsOf(dir, suffix), 7);
    swapIn(dir, suffix);
    expect(await storiesIn(paths)).toBe(7);
    expect(statSync(paths.texts).isDirectory()).toBe(true);
  });

  test("is carried on by the next writer from wherever it was interrupted", async () => {
    await makeStore(paths, 3);
    await makeStore(storePathsOf(dir, suffix), 7);
    writeFileSync(join(dir, "swap.json"), suffix);
    rmSync(paths.search, { recursive: true });
    writeFileSync(`${paths.catalogue}-wal`, "left over from the old set");
    const writer = await openCatalogueWriter(paths);
    await writer.close();
    expect(await storiesIn(paths)).toBe(7);
    finishSwap(dir);
    expect(await storiesIn(paths)).toBe(7);
  });

  test("refuses a new set that is damaged, and leaves the old one", async () => {
    await makeStore(paths, 3);
    writeFileSync(storePathsOf(dir, suffix).catalogue, "nothing of use ".repeat(900));
    expect(() => swapIn(dir, suffix)).toThrow(CatalogueError);
    expect(await storiesIn(paths)).toBe(3);
  });
});
