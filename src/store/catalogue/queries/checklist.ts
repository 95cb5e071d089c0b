import type { Db } from "../db.ts";

/** What a rescue holds, counted. */
export interface RescueCounts {
  readonly originals: number;
  readonly stories: number;
  readonly works: number;
}

/** Counts what came with an accession; of a work with witnesses in several, each counts it. */
export async function countRescue(db: Db, accession: string): Promise<RescueCounts> {
  const originals = await db
    .selectFrom("original")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("accession", "=", accession)
    .executeTakeFirstOrThrow();
  const stories = await db
    .selectFrom("story")
    .select(({ fn }) => [
      fn.countAll<number>().as("stories"),
      fn.count<number>("work").distinct().as("works"),
    ])
    .where("accession", "=", accession)
    .executeTakeFirstOrThrow();
  return { originals: originals.count, ...stories };
}

/** Works of an accession that name no author. */
export async function countWorksWithoutCreator(db: Db, accession: string): Promise<number> {
  const row = await db
    .selectFrom("work")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("creators", "=", "[]")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("story")
        .select("story.work")
        .where("story.accession", "=", accession)
        .where("story.work", "is not", null)
        .$narrowType<{ work: string }>(),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Works of an accession with something private in a text they are read from. */
export async function countWorksWithPrivate(db: Db, accession: string): Promise<number> {
  const row = await db
    .selectFrom("story")
    .innerJoin("reading", "reading.id", "story.reading")
    .select(({ fn }) => fn.count<number>("story.work").distinct().as("count"))
    .where("story.accession", "=", accession)
    .where("reading.private_count", ">", 0)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Cases of a code, in the order of their originals. */
export async function listIssueExamples(
  db: Db,
  code: string,
  limit: number,
): Promise<readonly { readonly detail: string; readonly path: string; readonly story: string | null }[]> {
  const rows = await db
    .selectFrom("issue")
    .innerJoin("original", "original.id", "issue.original")
    .leftJoin("story", (join) =>
      join.onRef("story.reading", "=", "issue.reading").on("story.ordinal", "=", 0),
    )
    .select(["issue.detail", "original.path", "story.id as story"])
    .where("issue.code", "=", code)
    .orderBy("original.accession")
    .orderBy("original.path")
    .limit(limit)
    .execute();
  return rows;
}
