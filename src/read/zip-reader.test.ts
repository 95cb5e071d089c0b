import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import type { Budget, ByteSource, Entry, ReaderIssue } from "../terms/index.ts";
import { digestOf } from "../text/index.ts";
import { zipReader } from "./zip-reader.ts";

const BUDGET: Budget = {
  maxTextBytes: 1_000_000,
  maxDepth: 8,
  maxEntries: 1000,
  maxRatio: 100,
  maxMilliseconds: 10_000,
};

async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const writer = new ZipFile();
  for (const [name, content] of Object.entries(files))
    writer.addBuffer(Buffer.from(content as string), name, { mtime: new Date(0) });
  writer.end();
  return Buffer.concat(await Array.fromAsync(writer.outputStream as AsyncIterable<Buffer>));
}

function sourceOf(bytes: Buffer): ByteSource {
  return {
    name: "pile.zip",
    sizeBytes: bytes.length,
    bytes: async (limit = bytes.length) => bytes.subarray(0, limit),
    async *stream(from = 0, to = bytes.length) {
      yield bytes.subarray(from, to);
    },
  };
}

async function readAll(
  bytes: Buffer,
  budget = BUDGET,
  limit?: number,
): Promise<{ entries: Entry[]; texts: string[]; issues: string[] }> {
  const entries: Entry[] = [];
  const texts: string[] = [];
  const issues: string[] = [];
  for await (const item of zipReader.read(
    sourceOf(bytes),
    { list: async () => [], open: async () => undefined },
    budget,
  )) {
    if (item.type === "entry") {
      entries.push(item);
      texts.push(Buffer.from(await item.source.bytes(limit)).toString());
    } else if (item.type === "issue") issues.push((item satisfies ReaderIssue).issue.code);
  }
  return { entries, texts, issues };
}

describe("zipReader", () => {
  test("gives every file with its bytes, its digest and where it begins", async () => {
    const { entries, texts, issues } = await readAll(
      await zip({ "a/lamp.txt": "The lamp.", "b.txt": "The boat." }),
    );
    expect(issues).toEqual([]);
    expect(texts).toEqual(["The lamp.", "The boat."]);
    expect(entries.map(({ name, step }) => [name, step.step, step.sha256])).toEqual([
      ["a/lamp.txt", "zip", digestOf("The lamp.")],
      ["b.txt", "zip", digestOf("The boat.")],
    ]);
  });

  test("reads a member in part", async () => {
    expect((await readAll(await zip({ "a.txt": "0123456789" }), BUDGET, 4)).texts).toEqual(["0123"]);
  });

  test("hands a climbing name on as a name and writes nothing", async () => {
    const bytes = await zip({ "xx/xx/climbs.txt": "up" });
    const climbing = Buffer.from(bytes.toString("latin1").replaceAll("xx/xx/", "../../"), "latin1");
    expect((await readAll(climbing)).texts).toEqual(["up"]);
  });

  test("names a file that would swell beyond the budget and goes on", async () => {
    const { texts, issues } = await readAll(
      await zip({ "bomb.txt": Buffer.alloc(2_000_000), "b.txt": "The boat." }),
      { ...BUDGET, maxRatio: 50 },
    );
    expect(issues).toEqual(["R-042"]);
    expect(texts).toEqual(["The boat."]);
  });

  test("names a damaged member and reads the rest", async () => {
    const bytes = await zip({ "a.txt": "x".repeat(500) + "The lamp.", "b.txt": "The boat." });
    const at = bytes.indexOf("a.txt") + "a.txt".length + 4;
    bytes.fill(0xff, at, at + 8);
    const { texts, issues } = await readAll(bytes);
    expect(issues).toEqual(["R-043"]);
    expect(texts).toEqual(["The boat."]);
  });

  test("cut anywhere, it gives an issue and never throws", async () => {
    const bytes = await zip({ "a.txt": "The lamp.", "b.txt": "The boat.", "c/d.txt": "The rope." });
    for (let cut = 0; cut < bytes.length; cut += 7) {
      const { issues } = await readAll(bytes.subarray(0, cut));
      expect(issues.length).toBeGreaterThan(0);
    }
  });

  test("flipped anywhere, it never throws", async () => {
    const bytes = await zip({ "a.txt": "The lamp went out.", "b.txt": "The boat." });
    for (let at = 0; at < bytes.length; at += 3) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x40;
      await expect(readAll(flipped)).resolves.toBeDefined();
    }
  });
});
