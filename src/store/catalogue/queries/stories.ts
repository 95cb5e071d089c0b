import { inChunks } from "../in-chunks.ts";
import type { Claim, StoryFacts } from "../../../terms/index.ts";
import type { Db } from "../db.ts";
import type { IssueRecord, StoredReading, StoredStory } from "../records.ts";
import { claimFromRow } from "../rows/claim-row.ts";
import { issueFromRow } from "../rows/issue-row.ts";
import { readingFromRow } from "../rows/reading-row.ts";
import { STORY_FACTS_COLUMNS, storyFactsFromRow, storyFromRow } from "../rows/story-row.ts";

/** Stories a page of a walk through all of them. */
const PAGE = 2000;

/**
 * Walks through the facts of all stories, those with the same text one after the other.
 *
 * Gives a page at a time, so that memory stays flat however many there are.
 */
export async function* walkStoryFactsByDigest(
  db: Db,
  pageSize = PAGE,
): AsyncGenerator<readonly StoryFacts[]> {
  let last = { body_digest: "", id: "" };
  for (;;) {
    const rows = await db
      .selectFrom("story")
      .select(STORY_FACTS_COLUMNS)
      .where((eb) => eb(eb.refTuple("body_digest", "id"), ">", eb.tuple(last.body_digest, last.id)))
      .orderBy("body_digest")
      .orderBy("id")
      .limit(pageSize)
      .execute();
    if (rows.length > 0) yield rows.map(storyFactsFromRow);
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return;
    last = end;
  }
}

/** The same for all stories that are parts of something, those of one work one after the other. */
export async function* walkStoryFactsByPartKey(
  db: Db,
  pageSize = PAGE,
): AsyncGenerator<readonly StoryFacts[]> {
  let last = { part_key: "", id: "\u{10ffff}" }; // behind all those that are no part
  for (;;) {
    const rows = await db
      .selectFrom("story")
      .select(STORY_FACTS_COLUMNS)
      .where((eb) => eb(eb.refTuple("part_key", "id"), ">", eb.tuple(last.part_key, last.id)))
      .orderBy("part_key")
      .orderBy("id")
      .limit(pageSize)
      .execute();
    if (rows.length > 0) yield rows.map(storyFactsFromRow);
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return;
    last = end;
  }
}

/** Facts of stories that stand in no work yet, by id, after the given id. */
export async function listUnplacedStoryFacts(
  db: Db,
  after = "",
  limit = PAGE,
): Promise<readonly StoryFacts[]> {
  const rows = await db
    .selectFrom("story")
    .select(STORY_FACTS_COLUMNS)
    .where("work", "is", null)
    .where("place", "is", null) // says to the index that what it holds is in order of id
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(storyFactsFromRow);
}

/** Which stories to fetch the facts of: those that share any of these. */
export interface StoryFactsWanted {
  readonly bodyDigests?: readonly string[];
  readonly partKeys?: readonly string[];
  readonly works?: readonly string[];
}

/** Facts of the stories that share a text, a part key or a work with others: each story once, by id. */
export async function listStoryFacts(db: Db, wanted: StoryFactsWanted): Promise<readonly StoryFacts[]> {
  const found = new Map<string, StoryFacts>();
  const columns = [
    ["body_digest", wanted.bodyDigests],
    ["part_key", wanted.partKeys],
    ["work", wanted.works],
  ] as const;
  for (const [column, values] of columns) {
    for (const some of inChunks(values ?? [])) {
      const rows = await db
        .selectFrom("story")
        .select(STORY_FACTS_COLUMNS)
        .where(column, "in", some)
        .execute();
      for (const row of rows) found.set(row.id, storyFactsFromRow(row));
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function findStory(db: Db, id: string): Promise<StoredStory | undefined> {
  const row = await db.selectFrom("story").selectAll().where("id", "=", id).executeTakeFirst();
  return row && storyFromRow(row);
}

/** Witnesses of works, in reading order within each. */
export async function listStoriesOfWorks(db: Db, works: readonly string[]): Promise<readonly StoredStory[]> {
  const found: StoredStory[] = [];
  for (const some of inChunks(works)) {
    const rows = await db
      .selectFrom("story")
      .selectAll()
      .where("work", "in", some)
      .orderBy("work")
      .orderBy("place")
      .orderBy("role", "desc")
      .orderBy("order_key")
      .execute();
    found.push(...rows.map(storyFromRow));
  }
  return found;
}

/** Claims of stories, by story id, each in the order they were found. */
export async function listClaimsOfStories(
  db: Db,
  stories: readonly string[],
): Promise<ReadonlyMap<string, readonly Claim[]>> {
  const found = new Map<string, Claim[]>(stories.map((story) => [story, []]));
  for (const some of inChunks(stories)) {
    const rows = await db
      .selectFrom("claim")
      .selectAll()
      .where("story", "in", some)
      .orderBy("story")
      .orderBy("ordinal")
      .execute();
    for (const row of rows) found.get(row.story)?.push(claimFromRow(row));
  }
  return found;
}

export async function findReading(db: Db, id: string): Promise<StoredReading | undefined> {
  const row = await db.selectFrom("reading").selectAll().where("id", "=", id).executeTakeFirst();
  return row && readingFromRow(row);
}

/** Readings of an original, by id. */
export async function listReadingsOfOriginal(db: Db, original: string): Promise<readonly StoredReading[]> {
  const rows = await db
    .selectFrom("reading")
    .selectAll()
    .where("original", "=", original)
    .orderBy("id")
    .execute();
  return rows.map(readingFromRow);
}

/** Issues of an original and its readings, in order. */
export async function listIssuesOfOriginal(db: Db, original: string): Promise<readonly IssueRecord[]> {
  const rows = await db
    .selectFrom("issue")
    .selectAll()
    .where("original", "=", original)
    .orderBy("ordinal")
    .execute();
  return rows.map(issueFromRow);
}
