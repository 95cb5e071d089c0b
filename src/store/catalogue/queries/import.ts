import type { TextRange } from "../../../terms/index.ts";
import { inChunks } from "../in-chunks.ts";
import type { Db } from "../db.ts";
import type { OriginalState, PrivateRange, StoredStory } from "../records.ts";
import { privateSpansFromJson } from "../rows/reading-row.ts";
import { storyFromRow } from "../rows/story-row.ts";

/** Digests of what a source delivered under a path, in any of its accessions. */
export async function listDigestsOfPath(db: Db, source: string, path: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("original")
    .innerJoin("accession", "accession.id", "original.accession")
    .select("original.sha256")
    .where("original.path", "=", path)
    .where("accession.source", "=", source)
    .execute();
  return rows.map((row) => row.sha256);
}

/** Originals of OCFL objects in a state, counted by kind, the most frequent first. */
export async function countKinds(
  db: Db,
  wanted: { readonly state: OriginalState; readonly objects?: readonly string[] },
): Promise<readonly { readonly kind: string; readonly count: number }[]> {
  const counts = new Map<string, number>();
  for (const objects of wanted.objects ? inChunks(wanted.objects) : [undefined]) {
    let query = db
      .selectFrom("original")
      .select(({ fn }) => ["kind", fn.countAll<number>().as("count")])
      .where("state", "=", wanted.state)
      .groupBy("kind");
    if (objects) query = query.where("object", "in", objects);
    for (const { kind, count } of await query.execute()) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

export async function listStoriesById(db: Db, ids: readonly string[]): Promise<readonly StoredStory[]> {
  const found: StoredStory[] = [];
  for (const some of inChunks(ids)) {
    const rows = await db.selectFrom("story").selectAll().where("id", "in", some).execute();
    found.push(...rows.map(storyFromRow));
  }
  return found;
}

/** Where the words of a work stand: one shown part. */
export interface WorkText {
  readonly work: string;
  readonly reading: string;
  readonly body: TextRange | null;
  readonly privateSpans: readonly PrivateRange[];
}

/** The shown parts of works, in reading order within each. */
export async function listWorkTexts(db: Db, works: readonly string[]): Promise<readonly WorkText[]> {
  const found: WorkText[] = [];
  for (const some of inChunks(works)) {
    const rows = await db
      .selectFrom("story")
      .innerJoin("reading", "reading.id", "story.reading")
      .select(["story.work", "story.reading", "story.body_start", "story.body_end", "reading.private_spans"])
      .where("story.work", "in", some)
      .where("story.role", "=", "shown")
      .orderBy("story.work")
      .orderBy("story.place")
      .execute();
    for (const row of rows) {
      const body =
        row.body_start === null || row.body_end === null
          ? null
          : { start: row.body_start, end: row.body_end };
      const privateSpans = privateSpansFromJson(row.private_spans);
      found.push({ work: row.work ?? "", reading: row.reading, body, privateSpans });
    }
  }
  return found;
}

/** All stories of an original, in the order of its readings. */
export async function listStoriesOfOriginal(db: Db, original: string): Promise<readonly StoredStory[]> {
  const rows = await db
    .selectFrom("story")
    .selectAll()
    .where("original", "=", original)
    .orderBy("order_key")
    .execute();
  return rows.map(storyFromRow);
}

/** Ids of everything read from OCFL objects. */
export async function listReadingIdsOfObjects(
  db: Db,
  objects: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const some of inChunks(objects)) {
    const rows = await db
      .selectFrom("reading")
      .innerJoin("original", "original.id", "reading.original")
      .select("reading.id")
      .where("original.object", "in", some)
      .execute();
    found.push(...rows.map((row) => row.id));
  }
  return found;
}
