import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CatalogueError, NotFoundError } from "../../terms/index.ts";
import { dumpCatalogue } from "./dump-catalogue.ts";
import { inventBatch, inventOriginal, inventWork } from "../../../test/store/invent-derived.ts";
import { fillStore, linesOf, openTestStore, type TestStore } from "../../../test/store/open-test-store.ts";
import * as accessions from "./queries/accessions.ts";
import * as counts from "./queries/counts.ts";
import { getMeta } from "./queries/meta.ts";
import * as originals from "./queries/originals.ts";
import * as stories from "./queries/stories.ts";
import * as works from "./queries/works.ts";

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(async () => store.close());

const begun = { type: "accession-begun", version: 1, accession: "r1", sealed: "q1" } as const;
const opened = { type: "opened", version: 1, accession: "r1" } as const;
const member = (story: string, work: string, place = 1) => ({ story, work, place, role: "shown" }) as const;

async function dumpLines(): Promise<string[]> {
  const lines: string[] = [];
  for await (const row of dumpCatalogue(store.catalogue.db)) lines.push(JSON.stringify(row));
  return lines;
}

/** Whether any file of the store holds the words in its bytes. */
function bytesHold(words: string): boolean {
  const names = readdirSync(store.dir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return names.some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(words));
}

describe("writeDerived()", () => {
  test("gives back what was written, claim by claim", async () => {
    const batch = inventBatch(0, 40);
    await store.writer.writeDerived(batch);
    const { db } = store.catalogue;
    for (const { original, state, kind, readings, issues } of batch.originals) {
      expect(await originals.findOriginal(db, original.accession, original.path)).toEqual({
        ...original,
        state,
        kind,
      });
      const stored = await stories.listReadingsOfOriginal(db, original.id);
      expect(stored).toHaveLength(readings.length);
      for (const { original: owner, ...reading } of stored) {
        expect(owner).toBe(original.id);
        expect(readings.find(({ id }) => id === reading.id)).toMatchObject(reading);
      }
      for (const { claims, ...story } of readings.flatMap((reading) => reading.stories)) {
        expect(await stories.findStory(db, story.id)).toMatchObject(story);
        expect((await stories.listClaimsOfStories(db, [story.id])).get(story.id)).toEqual(claims);
      }
      const kept = await stories.listIssuesOfOriginal(db, original.id);
      expect(kept).toHaveLength(issues.length + readings.flatMap((reading) => reading.issues).length);
    }
  });

  test("replaces what the same original had before, and keeps its stories in their works", async () => {
    await fillStore(store.writer, 3);
    await store.writer.writeDerived({
      objects: [],
      originals: [inventOriginal(1, { words: 7, claims: [] })],
    });
    const { db } = store.catalogue;
    expect(await stories.findStory(db, "s0000001")).toMatchObject({
      words: 7,
      work: "w0000001",
      place: 1,
      role: "shown",
    });
    expect((await stories.listClaimsOfStories(db, ["s0000001"])).get("s0000001")).toEqual([]);
    expect(await counts.countStories(db)).toBe(3);
    expect(await works.countWorks(db)).toBe(3);
  });

  test("lets a work go when its last story is no longer found", async () => {
    await fillStore(store.writer, 3);
    const changed = inventOriginal(1);
    await store.writer.writeDerived({
      objects: [],
      originals: [{ ...changed, state: "empty", readings: [] }],
    });
    expect(await works.findWork(store.catalogue.db, "w0000001")).toBeUndefined();
    expect(await works.countWorks(store.catalogue.db)).toBe(2);
  });

  test("writes nothing of a batch that fails", async () => {
    const batch = inventBatch(0, 3);
    const twice = { ...batch, originals: [...batch.originals, inventOriginal(1)] };
    await expect(store.writer.writeDerived(twice)).rejects.toThrow(CatalogueError);
    expect(await counts.countStories(store.catalogue.db)).toBe(0);
    expect(store.catalogue.generation()).toBe(0);
    await store.writer.writeDerived(batch);
    expect(await counts.countStories(store.catalogue.db)).toBe(3);
  });

  test("keeps half a surrogate pair out of harm's way", async () => {
    const odd = inventOriginal(1, { titleKey: "lamp \ud800 end" });
    await store.writer.writeDerived({ objects: [], originals: [odd] });
    expect((await stories.findStory(store.catalogue.db, "s0000001"))?.titleKey).toBe("lamp \ufffd end");
  });
});

describe("writeWorks()", () => {
  test("keeps a work's number when it is written again, and gives no number twice", async () => {
    await fillStore(store.writer, 2);
    const again = await store.writer.writeWorks({
      works: [inventWork(1, { title: "Other" }), inventWork(7)],
      members: [member("s0000000", "w0000007")],
    });
    expect(again).toEqual({
      numbers: [
        { work: "w0000001", number: 2 },
        { work: "w0000007", number: 3 },
      ],
      removed: ["w0000000"],
    });
    const back = await store.writer.writeWorks({
      works: [inventWork(0)],
      members: [member("s0000000", "w0000000")],
    });
    expect(back.numbers).toEqual([{ work: "w0000000", number: 4 }]);
    expect((await works.getWork(store.catalogue.db, "w0000001")).title).toBe("Other");
  });

  test("keeps no work without a story", async () => {
    const changes = await store.writer.writeWorks({ works: [inventWork(1)], members: [] });
    expect(changes.removed).toEqual(["w0000001"]);
    expect(await works.countWorks(store.catalogue.db)).toBe(0);
  });

  test("gives back the work as it was written", async () => {
    const work = inventWork(0, {
      pairings: ["Ada/Brix"],
      missingParts: [2, 4],
      partsTotal: 5,
      hold: "ask-first",
      title: null,
    });
    await store.writer.writeDerived(inventBatch(0, 1));
    await store.writer.writeWorks({ works: [work], members: [member("s0000000", work.id)] });
    expect(await works.getWork(store.catalogue.db, work.id)).toEqual({
      ...work,
      number: 1,
      opened: false,
      withdrawn: false,
      erased: false,
      visible: false,
    });
    await expect(works.getWork(store.catalogue.db, "none")).rejects.toThrow(NotFoundError);
  });

  test("shows a work only when it is opened, not held and not withdrawn, in whatever order that happens", async () => {
    await store.writer.applyEvents(linesOf(1, begun, opened));
    await store.writer.writeDerived(inventBatch(0, 3));
    await store.writer.writeWorks({
      works: [inventWork(0), inventWork(1, { hold: "refused" }), inventWork(2)],
      members: [0, 1, 2].map((n) => member(`s000000${n}`, `w000000${n}`)),
    });
    const visible = async () =>
      (await works.listWorks(store.catalogue.db, { ...byTitle, visibleOnly: true })).map((work) => work.id);
    expect(await visible()).toEqual(["w0000000", "w0000002"]);
    await store.writer.applyEvents(linesOf(3, { type: "work-withdrawn", version: 1, work: "w0000002" }));
    expect(await visible()).toEqual(["w0000000"]);
    await store.writer.writeWorks({ works: [inventWork(2)], members: [] });
    expect(await visible()).toEqual(["w0000000"]);
    await store.writer.applyEvents(linesOf(4, { type: "closed", version: 1, accession: "r1" }));
    expect(await visible()).toEqual([]);
  });

  test("opens a work that gets a witness from an opened accession", async () => {
    await store.writer.applyEvents(
      linesOf(1, begun, { ...begun, accession: "r2" }, { ...opened, accession: "r2" }),
    );
    const [first, second] = [inventOriginal(0), inventOriginal(1)];
    const fromSecond = { ...second, original: { ...second.original, accession: "r2" } };
    await store.writer.writeDerived({ objects: [], originals: [first, fromSecond] });
    await store.writer.writeWorks({ works: [inventWork(0)], members: [member("s0000000", "w0000000")] });
    expect((await works.getWork(store.catalogue.db, "w0000000")).opened).toBe(false);
    await store.writer.writeWorks({ works: [], members: [member("s0000001", "w0000000")] });
    expect((await works.getWork(store.catalogue.db, "w0000000")).opened).toBe(true);
  });
});

const byTitle = { sort: "title", direction: "asc", limit: 100 } as const;

describe("applyEvents()", () => {
  test("changes nothing when lines are applied again", async () => {
    const lines = linesOf(1, begun, opened, { type: "closed", version: 1, accession: "r1" });
    await store.writer.applyEvents(lines);
    await store.writer.applyEvents(lines.slice(0, 2));
    const [accession] = await accessions.listAccessions(store.catalogue.db);
    expect(accession).toMatchObject({ id: "r1", opened: false, sealed: "q1" });
    expect((await getMeta(store.catalogue.db)).appliedSeq).toBe(3);
  });

  test("lists accessions in the order they were begun", async () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ ...begun, accession: `r${i + 1}` }));
    await store.writer.applyEvents(linesOf(1, ...many));
    expect((await accessions.listAccessions(store.catalogue.db)).at(-1)?.id).toBe("r11");
  });
});

describe("erasing", () => {
  const secret = "Zyxqvorpal the Unforgotten";

  test("leaves nothing of the words in any file, and remembers the mark", async () => {
    await fillStore(store.writer, 300);
    const odd = inventOriginal(150, { titleKey: secret, claims: [] });
    await store.writer.writeDerived({
      objects: [],
      originals: [{ ...odd, original: { ...odd.original, path: `${secret}.txt` } }],
    });
    await store.writer.writeWorks({
      works: [inventWork(150, { title: secret, summary: secret.repeat(900) })],
      members: [member("s0000150", "w0000150")],
    });
    const { number } = await works.getWork(store.catalogue.db, "w0000150");
    await store.writer.indexWorks([{ number, title: secret, people: "", summary: "", body: secret }]);
    expect(bytesHold(secret)).toBe(true);

    const erased = {
      type: "work-erased",
      version: 1,
      work: "w0000150",
      keptOut: ["k1"],
      replaced: [],
    } as const;
    await store.writer.applyEvents(linesOf(2, erased));
    expect(await store.writer.deleteOriginals(["o0000150"])).toEqual(["w0000150"]);
    await store.writer.optimise();

    expect(bytesHold(secret)).toBe(false);
    expect(bytesHold("zyxqvorpal")).toBe(false);
    const { db, search } = store.catalogue;
    expect(await works.findWorkMark(db, "w0000150")).toEqual({ withdrawn: false, erased: true });
    expect(await originals.findKeptOut(db, ["k0", "k1"])).toEqual(["k1"]);
    expect((await search.query({ words: ["zyxqvorpal"], phrases: [], not: [] }, { limit: 1 })).total).toBe(0);
    expect(await works.countWorks(db)).toBe(299);
  });

  test("deletes an object with all its originals", async () => {
    await fillStore(store.writer, 5);
    expect(await store.writer.deleteObjects(["x0000000"])).toHaveLength(5);
    expect(await counts.countOriginals(store.catalogue.db)).toEqual([]);
    expect(await accessions.listObjects(store.catalogue.db)).toEqual([]);
    expect(await dumpLines()).toHaveLength(3); // the accession and two lines of meta
  });
});

describe("indexWorks()", () => {
  test("takes works off the list of those that wait, until they are written again", async () => {
    await fillStore(store.writer, 3);
    const { db } = store.catalogue;
    const waiting = async () => (await works.listUnindexedWorks(db, 10)).map((work) => work.number);
    expect(await waiting()).toEqual([1, 2, 3]);
    await store.writer.indexWorks(
      [1, 2].map((number) => ({ number, title: "Lamp", people: "", summary: "", body: "" })),
    );
    expect(await waiting()).toEqual([3]);
    await store.writer.writeWorks({ works: [inventWork(0)], members: [] });
    expect(await waiting()).toEqual([1, 3]);
  });

  test("removes works that are gone", async () => {
    await fillStore(store.writer, 2);
    await store.writer.indexWorks(
      [1, 2].map((number) => ({ number, title: "Lamp", people: "", summary: "", body: "" })),
    );
    await store.writer.deleteOriginals(["o0000000"]);
    await store.writer.unindexRemovedWorks();
    const found = await store.catalogue.search.query(
      { words: ["lamp"], phrases: [], not: [] },
      { limit: 10 },
    );
    expect(found.hits.map((hit) => hit.number)).toEqual([2]);
  });
});

describe("generation()", () => {
  test("goes up with each batch, and not by itself", async () => {
    const before = store.catalogue.generation();
    expect(store.catalogue.generation()).toBe(before);
    await store.writer.setVocabularyHash("abc");
    expect(store.catalogue.generation()).toBe(before + 1);
    expect((await getMeta(store.catalogue.db)).vocabularyHash).toBe("abc");
  });
});

describe("dumpCatalogue()", () => {
  test("gives the same lines for the same content, in whatever batches and order it came", async () => {
    await fillStore(store.writer, 60);
    const inOne = await dumpLines();
    await store.close();
    store = await openTestStore();
    await store.writer.applyEvents(linesOf(1, begun));
    for (const n of [40, 20, 0]) {
      await store.writer.writeDerived({ ...inventBatch(n, 20), objects: [] });
      for (let i = n + 19; i >= n; i--) {
        const work = inventWork(i);
        await store.writer.writeWorks({
          works: [work],
          members: [member(work.id.replace("w", "s"), work.id)],
        });
      }
    }
    await store.writer.writeDerived({
      objects: [{ id: "x0000000", accession: "r1", files: 60 }],
      originals: [],
    });
    expect(await dumpLines()).toEqual(inOne);
    expect(inOne).toHaveLength(1 + 480 + 15 + 6 + 2 + 60 + 60 + 60 + 60);
  });

  test("shows one moment, also while something is written", async () => {
    await fillStore(store.writer, 5);
    const tables = new Map<string, number>();
    for await (const { table } of dumpCatalogue(store.catalogue.db)) {
      if (tables.size === 0) await store.writer.deleteOriginals(["o0000000", "o0000001"]);
      tables.set(table, (tables.get(table) ?? 0) + 1);
    }
    expect([tables.get("original"), tables.get("story"), tables.get("work")]).toEqual([5, 5, 5]);
    expect(await works.countWorks(store.catalogue.db)).toBe(3);
  });
});
