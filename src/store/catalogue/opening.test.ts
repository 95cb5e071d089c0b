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
import { countWorks } from "./queries/works.ts";
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
  test("leaves whole batches, and the next writer goes on", async () => {
    for (const delay of [40, 90, 160]) {
      const child = fork(join(import.meta.dirname, "../../../test/store/write-until-killed.ts"), [dir], {
        execArgv: [],
        stdio: "ignore",
      });
      await new Promise((resolve) => child.once("message", resolve));
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
      const catalogue = await openCatalogue(paths);
      const stories = await countStories(catalogue.db);
      expect(stories).toBeGreaterThan(0);
      expect(stories % 50).toBe(0);
      expect(await countWorks(catalogue.db)).toBe(stories);
      const check = new DatabaseSync(paths.catalogue).prepare("pragma integrity_check").get();
      expect(check).toMatchObject({ integrity_check: "ok" });
      await catalogue.close();
    }
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
