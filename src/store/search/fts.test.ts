import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CatalogueError } from "../../terms/index.ts";
import { describeSearchIndex } from "../../../test/store/describe-search-index.ts";
import { bodiesPath, headsPath } from "./fts-files.ts";
import { openFtsSearch } from "./open-fts-search.ts";
import { openFtsWriter } from "./open-fts-writer.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "fanlight-fts-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describeSearchIndex("FTS5", async () => {
  const writer = openFtsWriter(dir);
  const reader = openFtsSearch(dir);
  const close = async (): Promise<void> => {
    await reader.close();
    await writer.close();
  };
  return { writer, reader, close };
});

const doc = (number: number, body: string) => ({ number, title: "", people: "", summary: "", body });
const find = { words: ["zyxqvorpal"], phrases: [], not: [] };

/** Whether any file of the index has the word in its bytes. */
function bytesHold(word: string): boolean {
  return readdirSync(dir).some((name) => readFileSync(join(dir, name)).includes(word));
}

describe("openFtsWriter()", () => {
  test("leaves no word of a removed work in the bytes after sealing", async () => {
    const writer = openFtsWriter(dir);
    await writer.put(
      Array.from({ length: 300 }, (_, i) =>
        doc(i, `common words number ${i} ${i === 150 ? "zyxqvorpal" : ""}`),
      ),
    );
    await writer.put([{ ...doc(301, ""), title: "zyxqvorpal" }]);
    expect(bytesHold("zyxqvorpal")).toBe(true);
    await writer.remove([150, 301]);
    await writer.seal();
    expect(bytesHold("zyxqvorpal")).toBe(false);
    await writer.close();
    expect(bytesHold("zyxqvorpal")).toBe(false);
  });

  test("leaves no word of a replaced text in the bytes after sealing, also when opened again in between", async () => {
    const first = openFtsWriter(dir);
    await first.put([doc(1, "zyxqvorpal one"), doc(2, "other")]);
    await first.put([doc(1, "new words")]);
    await first.close();
    expect(bytesHold("zyxqvorpal")).toBe(true);
    const second = openFtsWriter(dir);
    await second.seal();
    await second.close();
    expect(bytesHold("zyxqvorpal")).toBe(false);
  });

  test("writes a file for each ten thousand works", async () => {
    const writer = openFtsWriter(dir);
    for (const number of [1, 9999, 10_000, 25_000, 35_000, 45_000, 55_000])
      await writer.put([doc(number, "zyxqvorpal")]);
    await writer.close();
    expect(readdirSync(dir).filter((name) => name.startsWith("bodies-"))).toHaveLength(6);
    expect(existsSync(bodiesPath(dir, 5))).toBe(true);
    const reader = openFtsSearch(dir);
    expect((await reader.query(find, { limit: 10 })).total).toBe(7);
    await reader.close();
  });

  test("says to rebuild when a file is damaged", () => {
    writeFileSync(headsPath(dir), "not a database at all, but long enough to look at".repeat(20));
    expect(() => openFtsWriter(dir)).toThrow(CatalogueError);
    expect(() => openFtsWriter(dir)).toThrow(/run "fanlight rebuild"/);
  });
});

describe("openFtsSearch()", () => {
  test("finds nothing in an archive without an index", async () => {
    const reader = openFtsSearch(join(dir, "absent"));
    expect(await reader.query(find, { limit: 10 })).toEqual({ hits: [], total: 0, cut: false });
    await reader.close();
  });

  test("sees what is written after it was opened", async () => {
    const writer = openFtsWriter(dir);
    const reader = openFtsSearch(dir);
    expect((await reader.query(find, { limit: 10 })).total).toBe(0);
    await writer.put([doc(1, "zyxqvorpal")]);
    expect((await reader.query(find, { limit: 10 })).total).toBe(1);
    await writer.put([doc(10_001, "zyxqvorpal")]);
    expect((await reader.query(find, { limit: 10 })).total).toBe(2);
    await reader.close();
    await writer.close();
  });

  test("says to rebuild when a shard is cut short", async () => {
    const writer = openFtsWriter(dir);
    await writer.put([doc(1, "zyxqvorpal ".repeat(5000))]);
    await writer.close();
    truncateSync(bodiesPath(dir, 0), 20_000);
    const reader = openFtsSearch(dir);
    await expect(reader.query(find, { limit: 10 })).rejects.toThrow(CatalogueError);
    await reader.close();
  });
});
