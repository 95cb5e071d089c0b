import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Budget, ByteSource, Reading, Siblings } from "../terms/index.ts";
import { bytesOfRanges } from "../text/index.ts";
import { identify } from "./identify.ts";
import { makeTextLayer } from "./make-text-layer.ts";
import { nameKind } from "./name-kind.ts";
import { READERS } from "./readers.ts";
import { textReader } from "./text-reader.ts";

const BUDGET: Budget = {
  maxTextBytes: 1 << 20,
  maxDepth: 4,
  maxEntries: 10,
  maxRatio: 10,
  maxMilliseconds: 1000,
};
const ALONE: Siblings = { list: async () => [], open: async () => undefined };

function sourceOf(bytes: Uint8Array, name = "in.txt"): ByteSource {
  return {
    name,
    sizeBytes: bytes.length,
    bytes: async (limit) => bytes.subarray(0, limit),
    async *stream() {
      yield bytes;
    },
  };
}

async function readText(bytes: Uint8Array, budget = BUDGET): Promise<Reading> {
  for await (const each of textReader.read(sourceOf(bytes), ALONE, budget))
    if (each.type === "reading") return each;
  throw new Error("no reading");
}

interface Expected {
  readonly reader: string | null;
  readonly kind: string;
  readonly charset?: string;
  readonly issues?: readonly string[];
  readonly contains?: string;
}

const FIXTURES = new URL("../../fixtures/read/", import.meta.url);
const CASES = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("expected.yaml"))
  .map((path) => path.replace(/[/\\]expected\.yaml$/, ""))
  .toSorted();

interface Fixture {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

function loadFixture(name: string): Fixture {
  const folder = new URL(`${name}/`, FIXTURES);
  const expected = parse(readFileSync(new URL("expected.yaml", folder), "utf8")) as Expected;
  const file = readdirSync(folder).find((each) => each.startsWith("in.")) ?? "in";
  return { file, bytes: readFileSync(new URL(file, folder)), expected };
}

function scoreText(head: Uint8Array): number {
  return textReader.recognise({ name: "a", head, sizeBytes: head.length }).score;
}

test.each(CASES)("fixture %s is recognised by its reader and by no other", (name) => {
  const { file, bytes, expected } = loadFixture(name);
  const sample = { name: file, head: bytes.subarray(0, 65_536), sizeBytes: bytes.length };
  const takers = READERS.filter((reader) => reader.recognise(sample).score > 0).map(
    (reader) => reader.format.id,
  );
  expect(takers).toEqual(expected.reader === null ? [] : [expected.reader]);
  expect(identify(sample).reader?.format.id ?? null).toBe(expected.reader);
  expect(nameKind(sample)).toBe(expected.kind);
});

test.each(CASES.filter((name) => loadFixture(name).expected.reader === "text"))(
  "fixture %s is read as expected",
  async (name) => {
    const { bytes, expected } = loadFixture(name);
    const { layer, issues } = await readText(bytes);
    expect(layer.charset.charset).toBe(expected.charset);
    expect([...new Set(issues.map((issue) => issue.code))].toSorted()).toEqual(expected.issues);
    expect(layer.text).toContain(expected.contains);
  },
);

describe("textReader", () => {
  test("cuts at the limit, after a line, and says so", async () => {
    const bytes = Buffer.from("Line one\nLine two\nLine three\n");
    const { layer, issues } = await readText(bytes, { ...BUDGET, maxTextBytes: 20 });
    expect(layer.text).toBe("Line one\nLine two\n");
    expect(issues).toMatchObject([{ code: "R-002", bytes: { start: 18, end: 29 } }]);
  });

  test("cuts one endless line after a whole character", async () => {
    const bytes = Buffer.from("é".repeat(100_000));
    const { layer, issues } = await readText(bytes, { ...BUDGET, maxTextBytes: 150_001 });
    expect(layer.text).toBe("é".repeat(75_000));
    expect(issues.map((issue) => issue.code)).toEqual(["R-002"]);
  });

  test("takes a story with holes of NULs and ^Z, not random bytes", () => {
    const story = Buffer.from(
      `The lamp went out.\r\n${"\0".repeat(20)}She waited for a long, long time.\r\n\x1a`,
    );
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + ((at * at) >> 3)) & 0xff));
    expect(scoreText(story)).toBeGreaterThan(0);
    expect(scoreText(noise)).toBe(0);
  });

  test("reads any bytes, and a file cut anywhere, without throwing", async () => {
    const german = iconv.encode("Über „Grüße“ – naß…\r\n", "windows-1252");
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(40).map((end) => Buffer.from("\ufeffÉtÃ© – “Ä” 🎉 â€™ Привет мир\r\n").subarray(0, end)),
      fc.nat(40).map((end) => Buffer.from("Ärger – “Ä” 🎉\r\n", "utf16le").subarray(0, end)),
      fc.nat(20).map((end) => german.subarray(0, end)),
    );
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const { layer } = await readText(bytes);
        expect(layer.text.isWellFormed()).toBe(true);
        expect(layer.map.at(-1)?.textEnd ?? 0).toBe(layer.text.length);
        const whole = { start: 0, end: layer.text.length };
        const [range] = bytesOfRanges(layer.text, layer.map, [whole]);
        expect(range?.end).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 600 },
    );
  });
});

describe("makeTextLayer()", () => {
  test("follows a directive", () => {
    const bytes = iconv.encode("Łódź", "iso-8859-2");
    const { layer } = makeTextLayer(bytes, "iso-8859-2");
    expect(layer).toMatchObject({
      text: "Łódź",
      charset: { because: "directive", sureness: 1, roundTrip: true },
    });
  });

  test("shows bytes nobody can read, in their place", () => {
    const { layer, issues } = makeTextLayer(Buffer.from([0x41, 0x81, 0x42]), "windows-1252");
    expect(layer).toMatchObject({ text: "A\ufffdB", charset: { roundTrip: false } });
    expect(issues).toMatchObject([
      { code: "T-001", range: { start: 1, end: 2 }, bytes: { start: 1, end: 2 } },
    ]);
  });
});
