import { Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSqliteReader } from "../../sqlite/open-sqlite.ts";
import { nodeSqliteDialect } from "../../sqlite/node-sqlite-dialect.ts";
import type { Db } from "../db.ts";
import { dumpCatalogue } from "../dump-catalogue.ts";
import { fillStore, openTestStore, type TestStore } from "../../../../test/store/open-test-store.ts";
import * as accessions from "./accessions.ts";
import * as checklist from "./checklist.ts";
import * as counts from "./counts.ts";
import * as imports from "./import.ts";
import * as meta from "./meta.ts";
import * as originals from "./originals.ts";
import * as site from "./site.ts";
import * as stories from "./stories.ts";
import * as works from "./works.ts";

const MODULES = {
  ...accessions,
  ...checklist,
  ...counts,
  ...imports,
  ...meta,
  ...site,
  ...originals,
  ...stories,
  ...works,
};

const byTitle = { sort: "title", direction: "asc", limit: 20 } as const;

const visitor = { visibleOnly: true };

/** Every query function with arguments that take it through each of its shapes. A new function needs a line here. */
const CALLS: Readonly<Record<string, readonly ((db: Db) => unknown)[]>> = {
  listAccessions: [accessions.listAccessions],
  findAccession: [(db) => accessions.findAccession(db, "r1")],
  listObjects: [accessions.listObjects, (db) => accessions.listObjects(db, "r1")],
  countOriginals: [counts.countOriginals, (db) => counts.countOriginals(db, "r1")],
  countStories: [counts.countStories, (db) => counts.countStories(db, "r1")],
  countPrivate: [counts.countPrivate, (db) => counts.countPrivate(db, "r1")],
  countIssues: [counts.countIssues],
  countUnknownLabels: [(db) => counts.countUnknownLabels(db, 20)],
  countWorksByRights: [counts.countWorksByRights, (db) => counts.countWorksByRights(db, "r1")],
  countRescue: [(db) => checklist.countRescue(db, "r1")],
  countWorksWithoutCreator: [(db) => checklist.countWorksWithoutCreator(db, "r1")],
  countWorksWithPrivate: [(db) => checklist.countWorksWithPrivate(db, "r1")],
  listIssueExamples: [(db) => checklist.listIssueExamples(db, "T-002", 5)],
  listDigestsOfPath: [(db) => imports.listDigestsOfPath(db, "a list", "a.txt")],
  countKinds: [
    (db) => imports.countKinds(db, { state: "unread" }),
    (db) => imports.countKinds(db, { state: "unread", objects: ["x1"] }),
  ],
  listStoriesById: [(db) => imports.listStoriesById(db, ["s1"])],
  listWorkTexts: [(db) => imports.listWorkTexts(db, ["w1"])],
  listStoriesOfOriginal: [(db) => imports.listStoriesOfOriginal(db, "o1")],
  listReadingIdsOfObjects: [(db) => imports.listReadingIdsOfObjects(db, ["x1"])],
  readWorkTotals: [(db) => site.readWorkTotals(db, visitor)],
  countWorksByYear: [(db) => site.countWorksByYear(db, visitor)],
  listLatestWorks: [(db) => site.listLatestWorks(db, visitor, 10)],
  listNumbersFor: [
    (db) => site.listNumbersFor(db, visitor),
    (db) => site.listNumbersFor(db, { visibleOnly: false }),
  ],
  findWorkAt: [(db) => site.findWorkAt(db, visitor, 5)],
  listOriginalPlaces: [(db) => site.listOriginalPlaces(db, ["o1"])],
  getMeta: [meta.getMeta],
  findOriginal: [(db) => originals.findOriginal(db, "r1", "a.txt")],
  findOriginalById: [(db) => originals.findOriginalById(db, "o1")],
  findKnownFiles: [(db) => originals.findKnownFiles(db, [{ path: "a.txt", sha256: "00" }])],
  findKeptOut: [(db) => originals.findKeptOut(db, ["00"])],
  listOriginalsOfObject: [(db) => originals.listOriginalsOfObject(db, "x1")],
  walkStoryFactsByDigest: [async (db) => Array.fromAsync(stories.walkStoryFactsByDigest(db))],
  walkStoryFactsByPartKey: [async (db) => Array.fromAsync(stories.walkStoryFactsByPartKey(db))],
  listUnplacedStoryFacts: [stories.listUnplacedStoryFacts],
  listStoryFacts: [
    (db) => stories.listStoryFacts(db, { bodyDigests: ["00"], partKeys: ["k"], works: ["w1"] }),
  ],
  findStory: [(db) => stories.findStory(db, "s1")],
  listStoriesOfWorks: [(db) => stories.listStoriesOfWorks(db, ["w1"])],
  listClaimsOfStories: [(db) => stories.listClaimsOfStories(db, ["s1"])],
  findReading: [(db) => stories.findReading(db, "g1")],
  listReadingsOfOriginal: [(db) => stories.listReadingsOfOriginal(db, "o1")],
  listIssuesOfOriginal: [(db) => stories.listIssuesOfOriginal(db, "o1")],
  listWorks: works.WORK_SORTS.flatMap((sort) => [
    (db: Db) => works.listWorks(db, { ...byTitle, sort, visibleOnly: true }),
    (db: Db) =>
      works.listWorks(db, { ...byTitle, sort, direction: "desc", withoutWithdrawn: true, offset: 20 }),
  ]),
  countWorks: [
    works.countWorks,
    (db) => works.countWorks(db, { visibleOnly: true, titleStarts: "l" }),
    (db) => works.countWorks(db, { year: null, missingAPart: true }),
    (db) => works.countWorks(db, { year: 2001 }),
  ],
  findWork: [(db) => works.findWork(db, "w1")],
  getWork: [async (db) => works.getWork(db, "w0000001")],
  listWorksByNumber: [(db) => works.listWorksByNumber(db, [1])],
  listWorksById: [(db) => works.listWorksById(db, ["w1"])],
  listVisibleNumbers: [works.listVisibleNumbers],
  listUnindexedWorks: [(db) => works.listUnindexedWorks(db, 500)],
  findWorkMark: [(db) => works.findWorkMark(db, "w1")],
  dumpCatalogue: [async (db) => Array.fromAsync(dumpCatalogue(db))],
};

let store: TestStore;
let db: Db;
let seen: { sql: string; parameters: readonly unknown[] }[] = [];

beforeAll(async () => {
  store = await openTestStore();
  await fillStore(store.writer, 2);
  db = new Kysely({
    dialect: nodeSqliteDialect({
      open: () => openSqliteReader(store.paths.catalogue),
      connections: 2,
      writes: false,
      mapError: (error) => error,
    }),
    log: ({ query }) => void seen.push(query),
  });
});
afterAll(async () => {
  await db.destroy();
  await store.close();
});

async function queriesOf(name: string): Promise<typeof seen> {
  seen = [];
  for (const call of CALLS[name] ?? []) await call(db);
  return seen;
}

describe("the queries", () => {
  test("all have a line here", () => {
    const functions = Object.entries(MODULES).filter(([, value]) => typeof value === "function");
    expect([...functions.map(([name]) => name), "dumpCatalogue"].sort()).toEqual(Object.keys(CALLS).sort());
  });

  test("are the SQL that was reviewed", async () => {
    const parts: string[] = [];
    for (const name of Object.keys(CALLS).sort()) {
      const statements = [...new Set((await queriesOf(name)).map((query) => `${query.sql};`))];
      parts.push(`-- ${name}\n${statements.join("\n")}\n`);
    }
    await expect(parts.join("\n")).toMatchFileSnapshot("queries.sqlite.sql");
  });

  test.each([
    "listWorks",
    "walkStoryFactsByDigest",
    "walkStoryFactsByPartKey",
    "listUnplacedStoryFacts",
    "listUnindexedWorks",
    "dumpCatalogue",
  ])("%s never sorts what an index has in order", async (name) => {
    const connection = openSqliteReader(store.paths.catalogue);
    for (const { sql, parameters } of await queriesOf(name)) {
      const places = parameters.map((value) => (typeof value === "number" ? value : String(value)));
      const plan = connection.prepare(`explain query plan ${sql}`).all(...places);
      expect(plan.map((step) => step["detail"]).join("; "), sql).not.toMatch(/TEMP B-TREE/);
    }
    connection.close();
  });
});
