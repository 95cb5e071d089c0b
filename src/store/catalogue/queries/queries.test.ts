import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StoryFacts } from "../../../terms/index.ts";
import { inventOriginal, inventWork } from "../../../../test/store/invent-derived.ts";
import { fillStore, linesOf, openTestStore, type TestStore } from "../../../../test/store/open-test-store.ts";
import * as counts from "./counts.ts";
import * as originals from "./originals.ts";
import * as stories from "./stories.ts";
import * as works from "./works.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await fillStore(store.writer, 120);
  await store.writer.writeWorks({
    works: [inventWork(5, { hold: "refused", permission: "refused" })],
    members: [],
  });
  await store.writer.applyEvents(linesOf(2, { type: "opened", version: 1, accession: "r1" }));
});
afterAll(async () => store.close());

async function pagesOf(walk: AsyncIterable<readonly StoryFacts[]>): Promise<(readonly StoryFacts[])[]> {
  return await Array.fromAsync(walk);
}

describe("walkStoryFactsByDigest()", () => {
  test("meets every story once, equal texts side by side, a page at a time", async () => {
    await store.writer.writeDerived({
      objects: [],
      originals: [
        inventOriginal(500, {
          bodyDigest: (await stories.findStory(store.catalogue.db, "s0000003"))?.bodyDigest ?? "",
        }),
      ],
    });
    const pages = await pagesOf(stories.walkStoryFactsByDigest(store.catalogue.db, 25));
    const all = pages.flat();
    expect(pages.map((page) => page.length)).toEqual([25, 25, 25, 25, 21]);
    expect(new Set(all.map((facts) => facts.id)).size).toBe(121);
    const at = all.findIndex((facts) => facts.id === "s0000003");
    expect(all[at + 1]?.id).toBe("s0000500");
    await store.writer.deleteOriginals(["o0000500"]);
  });
});

describe("walkStoryFactsByPartKey()", () => {
  test("meets only parts, those of one key side by side", async () => {
    const all = (await pagesOf(stories.walkStoryFactsByPartKey(store.catalogue.db, 7))).flat();
    expect(all).toHaveLength(40);
    expect(all.map((facts) => facts.partKey)).toEqual(all.map((facts) => facts.partKey).toSorted());
    expect(all.every((facts) => facts.partKey !== "")).toBe(true);
  });
});

describe("listStoryFacts()", () => {
  test("gives stories that share a text, a key or a work, each once", async () => {
    const { db } = store.catalogue;
    const story = await stories.findStory(db, "s0000003");
    const found = await stories.listStoryFacts(db, {
      bodyDigests: [story?.bodyDigest ?? ""],
      partKeys: [story?.partKey ?? "", "list lamp 6"],
      works: ["w0000003", "w0000004"],
    });
    expect(found.map((facts) => facts.id)).toEqual(["s0000003", "s0000004", "s0000006"]);
    expect(await stories.listStoryFacts(db, {})).toEqual([]);
  });
});

describe("listUnplacedStoryFacts()", () => {
  test("gives stories that stand in no work", async () => {
    await store.writer.writeDerived({ objects: [], originals: [inventOriginal(501), inventOriginal(502)] });
    const first = await stories.listUnplacedStoryFacts(store.catalogue.db, "", 1);
    expect(first.map((facts) => facts.id)).toEqual(["s0000501"]);
    const next = await stories.listUnplacedStoryFacts(store.catalogue.db, "s0000501", 5);
    expect(next.map((facts) => facts.id)).toEqual(["s0000502"]);
    await store.writer.deleteOriginals(["o0000501", "o0000502"]);
  });
});

describe("listWorks()", () => {
  test.each(
    works.WORK_SORTS.flatMap(
      (sort) =>
        [
          [sort, "asc"],
          [sort, "desc"],
        ] as const,
    ),
  )("pages by %s %s without gap or overlap", async (sort, direction) => {
    const page = async (offset: number) =>
      await works.listWorks(store.catalogue.db, { sort, direction, limit: 50, offset });
    const all = [...(await page(0)), ...(await page(50)), ...(await page(100))];
    expect(new Set(all.map((work) => work.id)).size).toBe(120);
    const dates = all.map((work) => work.dateSort);
    if (sort === "date") expect(dates.slice(-40)).toEqual(Array.from({ length: 40 }, () => null));
    const keys = all
      .map(
        (work) =>
          ({ title: work.titleSort, creator: work.creatorSort, date: work.dateSort, words: work.words })[
            sort
          ],
      )
      .filter((key) => key !== null);
    const sorted = keys.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
    expect(keys).toEqual(direction === "asc" ? sorted : sorted.toReversed());
  });

  test("leaves out what a visitor may not see, and counts so", async () => {
    const visible = { visibleOnly: true };
    const listed = await works.listWorks(store.catalogue.db, {
      sort: "title",
      direction: "asc",
      limit: 500,
      ...visible,
    });
    expect(listed).toHaveLength(119);
    expect(await works.countWorks(store.catalogue.db, visible)).toBe(119);
    expect(await works.listVisibleNumbers(store.catalogue.db)).toHaveLength(119);
  });

  test("gives the works under a letter", async () => {
    const options = { sort: "title", direction: "asc", limit: 5 } as const;
    expect(await works.listWorks(store.catalogue.db, { ...options, titleStarts: "l" })).toHaveLength(5);
    expect(await works.listWorks(store.catalogue.db, { ...options, titleStarts: "k" })).toHaveLength(0);
    expect(await works.countWorks(store.catalogue.db, { titleStarts: "lamp 000001" })).toBe(10);
  });
});

describe("listWorksByNumber()", () => {
  test("keeps the order asked for and leaves out what is not there", async () => {
    const found = await works.listWorksByNumber(store.catalogue.db, [7, 9999, 3]);
    expect(found.map((work) => work.number)).toEqual([7, 3]);
    expect(
      (await works.listWorksById(store.catalogue.db, ["w0000002", "no", "w0000001"])).map((work) => work.id),
    ).toEqual(["w0000002", "w0000001"]);
  });
});

describe("findKnownFiles()", () => {
  test("knows a file by path and bytes together", async () => {
    const { original } = inventOriginal(4);
    const { path, sha256 } = original;
    const files = [
      { path, sha256 },
      { path: "other.txt", sha256 },
      { path, sha256: "00" },
    ];
    expect(await originals.findKnownFiles(store.catalogue.db, files)).toEqual([{ path, sha256 }]);
    expect(await originals.findKnownFiles(store.catalogue.db, [])).toEqual([]);
  });
});

describe("counts", () => {
  test("count originals by state and kind", async () => {
    const [all, ...others] = await counts.countOriginals(store.catalogue.db, "r1");
    expect(all).toMatchObject({ state: "read", kind: "plain text", count: 120 });
    expect(others).toEqual([]);
    expect(await counts.countOriginals(store.catalogue.db, "r2")).toEqual([]);
  });

  test("count texts with something private, also where there are none", async () => {
    expect(await counts.countPrivate(store.catalogue.db, "r1")).toEqual({ readings: 24, spans: 24 });
    expect(await counts.countPrivate(store.catalogue.db, "r2")).toEqual({ readings: 0, spans: 0 });
  });

  test("count issues by code", async () => {
    expect(await counts.countIssues(store.catalogue.db)).toEqual([
      { code: "T-002", count: 30, originals: 30 },
      { code: "K-001", count: 12, originals: 12 },
    ]);
  });

  test("count labels nobody knows, as questions", async () => {
    const labels = await counts.countUnknownLabels(store.catalogue.db, 2);
    expect(labels).toEqual([
      { label: "Moonphase 0", count: 40, story: "s0000000" },
      { label: "Moonphase 1", count: 40, story: "s0000001" },
    ]);
  });

  test("count works by what decides who may see them", async () => {
    const rights = await counts.countWorksByRights(store.catalogue.db, "r1");
    expect(rights).toEqual([
      { hold: null, permission: "not-stated", stance: "silent", visible: true, withdrawn: false, count: 119 },
      {
        hold: "refused",
        permission: "refused",
        stance: "silent",
        visible: false,
        withdrawn: false,
        count: 1,
      },
    ]);
    expect(await counts.countWorksByRights(store.catalogue.db, "r2")).toEqual([]);
    expect(await counts.countStories(store.catalogue.db, "r1")).toBe(120);
  });
});
