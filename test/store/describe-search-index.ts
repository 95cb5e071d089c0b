import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type {
  SearchDoc,
  SearchOptions,
  SearchReader,
  SearchWriter,
} from "../../src/store/search/search-index.ts";

/** One adapter under test, on an index of its own. */
export interface IndexUnderTest {
  readonly writer: SearchWriter;
  readonly reader: SearchReader;
  readonly close: () => Promise<void>;
}

const ALL: SearchOptions = { limit: 100 };

/** What every search index must do; run for each adapter. */
export function describeSearchIndex(name: string, open: () => Promise<IndexUnderTest>): void {
  describe(`${name}, as every search index`, () => {
    let index: IndexUnderTest;
    beforeEach(async () => {
      index = await open();
      await index.writer.put(PILE);
    });
    afterEach(async () => index.close());

    const find = async (terms: Partial<Record<"words" | "phrases" | "not", string[]>>, options = ALL) =>
      await index.reader.query({ words: [], phrases: [], not: [], ...terms }, options);
    const numbersOf = async (terms: Parameters<typeof find>[0], options = ALL): Promise<number[]> =>
      (await find(terms, options)).hits.map((hit) => hit.number);

    test("finds a word in title, people and summary before the same word in a text", async () => {
      const { hits, total, cut } = await find({ words: ["lantern"] });
      expect(hits.map((hit) => hit.where)).toEqual(["head", "head", "body", "body"]);
      expect(hits.map((hit) => hit.number).sort((a, b) => a - b)).toEqual([1, 2, 3, 12_000]);
      expect(hits.slice(0, 2).map((hit) => hit.number)).toEqual([1, 2]);
      expect({ total, cut }).toEqual({ total: 4, cut: false });
    });

    test("ranks a word of the title above one of the summary", async () => {
      expect((await numbersOf({ words: ["lantern"] })).slice(0, 2)).toEqual([1, 2]);
    });

    test("wants all words, also when one is in the title and one in the text", async () => {
      expect(await numbersOf({ words: ["lantern", "marigold"] })).toEqual([1]);
      expect(await numbersOf({ words: ["ferry", "harbour"] })).toEqual([3]);
      expect(await numbersOf({ words: ["ferry", "absent"] })).toEqual([]);
    });

    test("takes a phrase as words in a row", async () => {
      expect(await numbersOf({ phrases: ["grey harbour"] })).toEqual([3]);
      expect(await numbersOf({ phrases: ["harbour grey"] })).toEqual([]);
    });

    test("leaves out works with a refused word, wherever it stands", async () => {
      expect(await numbersOf({ words: ["lantern"], not: ["marigold"] })).not.toContain(1);
      expect(await numbersOf({ words: ["lantern"], not: ["kettle"] })).not.toContain(2);
      expect(await numbersOf({ words: ["lantern"], not: ["harbour"] })).not.toContain(3);
      expect(await numbersOf({ words: ["lantern"], not: ["harbour"] })).toContain(1);
    });

    test("does not mind case, accents, curly quotes and apostrophes", async () => {
      expect(await numbersOf({ words: ["CAFE"] })).toEqual([4]);
      expect(await numbersOf({ words: ["café"] })).toEqual([4]);
      expect(await numbersOf({ words: ["don’t"] })).toEqual([4]);
      expect(await numbersOf({ words: ["don't"] })).toEqual([4]);
    });

    test.each([
      '"',
      '""',
      "a\0b",
      "(",
      "AND",
      "NEAR(a b)",
      "title:x",
      "*",
      "^a",
      "-",
      "'",
      "\\",
      'x"y OR z',
      "\ud800",
      "{body}:x",
    ])("takes %j as plain text", async (word) => {
      const found = await find({ words: [word], phrases: [word], not: [`${word}x`] });
      expect(found.total).toBeGreaterThanOrEqual(0);
    });

    test("finds nothing for nothing", async () => {
      expect(await find({})).toEqual({ hits: [], total: 0, cut: false });
      expect(await find({ words: ["!?"], not: ["lantern"] })).toEqual({ hits: [], total: 0, cut: false });
    });

    test("takes a query of ten thousand words", async () => {
      expect((await find({ words: Array.from({ length: 10_000 }, (_, i) => `word${i}`) })).total).toBe(0);
      expect((await find({ phrases: ["lantern ".repeat(10_000)] })).total).toBe(0);
    });

    test("counts and shows only what passes the filter", async () => {
      const filter = isTwoOrLast;
      const { hits, total } = await find({ words: ["lantern"] }, { limit: 100, filter });
      expect(total).toBe(2);
      expect(hits.map((hit) => hit.number)).toEqual([2, 12_000]);
    });

    test("pages without gap or overlap", async () => {
      const all = await numbersOf({ words: ["lantern"] });
      const pages = [0, 1, 2, 3, 4].map(async (offset) =>
        numbersOf({ words: ["lantern"] }, { limit: 1, offset }),
      );
      expect((await Promise.all(pages)).flat()).toEqual(all);
    });

    test("replaces a document", async () => {
      await index.writer.put([{ ...blank(2), title: "The Clock" }]);
      expect(await numbersOf({ words: ["kettle"] })).toEqual([]);
      expect(await numbersOf({ words: ["clock"] })).toEqual([2]);
    });

    test("removes documents, and does not mind those that are not there", async () => {
      await index.writer.remove([1, 12_000, 777]);
      expect(await numbersOf({ words: ["lantern"] })).toEqual([2, 3]);
      await index.writer.remove([1]);
      expect(await numbersOf({ words: ["lantern"] })).toEqual([2, 3]);
    });

    test("finds the same after sealing", async () => {
      const before = await find({ words: ["lantern"], not: ["kettle"] });
      await index.writer.remove([4]);
      await index.writer.seal();
      expect(await find({ words: ["lantern"], not: ["kettle"] })).toEqual(before);
    });

    test("says when there was more than it looked at, and gives the newest", async () => {
      const many = Array.from({ length: 6000 }, (_, i) => ({ ...blank(20_000 + i), body: "windmill" }));
      await index.writer.put(many);
      const { hits, total, cut } = await find({ words: ["windmill"] }, { limit: 2 });
      expect(cut).toBe(true);
      expect(total).toBeLessThan(6000);
      expect(hits.map((hit) => hit.number)).toEqual([25_999, 25_998]);
    });

    test("is not cut short by works that do not pass the filter", async () => {
      await index.writer.put([{ ...blank(19_999), body: "windmill" }]);
      await index.writer.put(
        Array.from({ length: 6000 }, (_, i) => ({ ...blank(20_000 + i), body: "windmill" })),
      );
      const found = await find({ words: ["windmill"] }, { limit: 10, filter: (number) => number < 20_000 });
      expect(found).toEqual({ hits: [{ number: 19_999, where: "body" }], total: 1, cut: false });
    });
  });
}

function isTwoOrLast(number: number): boolean {
  return number === 2 || number === 12_000;
}

function blank(number: number): SearchDoc {
  return { number, title: "", people: "", summary: "", body: "" };
}

const PILE: readonly SearchDoc[] = [
  { number: 1, title: "The Lantern", people: "Ada Quill", summary: "", body: "Marigold carried it home." },
  { number: 2, title: "Kettle", people: "", summary: "A lantern and a kettle.", body: "It boiled." },
  { number: 3, title: "The Ferry", people: "", summary: "", body: "A lantern over the grey harbour." },
  { number: 4, title: "At the Café", people: "", summary: "", body: "“I don’t know,” she said." },
  { number: 12_000, title: "Later", people: "", summary: "", body: "One more lantern, far away." },
];
