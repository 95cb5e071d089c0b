import { sql } from "kysely";
import { inChunks } from "../in-chunks.ts";
import type { Db } from "../db.ts";
import type { StoredWork } from "../records.ts";
import { workFromRow } from "../rows/work-row.ts";

/** Whom a list is for: a visitor sees what is visible, the keeper all that is not withdrawn. */
export interface Audience {
  readonly visibleOnly: boolean;
}

/** Sums over all works somebody may see. */
export interface WorkTotals {
  readonly works: number;
  readonly creators: number;
  readonly words: number;
  readonly missingAPart: number;
}

export async function readWorkTotals(db: Db, audience: Audience): Promise<WorkTotals> {
  const row = await worksFor(db, audience)
    .select(({ fn }) => [
      fn.countAll<number>().as("works"),
      fn.sum<number | null>("words").as("words"),
      fn.sum<number | null>(sql<number>`case when missing_parts <> '[]' then 1 else 0 end`).as("missing"),
      fn
        .count<number>(sql<string>`case when creators <> '[]' then creator_sort end`)
        .distinct()
        .as("creators"),
    ])
    .executeTakeFirstOrThrow();
  return { works: row.works, creators: row.creators, words: row.words ?? 0, missingAPart: row.missing ?? 0 };
}

/** Works a year, ascending; a year of `null` counts the undated. */
export async function countWorksByYear(
  db: Db,
  audience: Audience,
): Promise<readonly { readonly year: number | null; readonly works: number }[]> {
  const rows = await worksFor(db, audience)
    .select(({ fn }) => [
      sql<string | null>`substr(date_sort, 1, 4)`.as("year"),
      fn.countAll<number>().as("works"),
    ])
    .groupBy("year")
    .orderBy("year")
    .execute();
  return rows.map(({ year, works }) => ({ year: year === null ? null : Number(year), works }));
}

/** The works that came last into the archive. */
export async function listLatestWorks(
  db: Db,
  audience: Audience,
  limit: number,
): Promise<readonly StoredWork[]> {
  const rows = await worksFor(db, audience).selectAll().orderBy("number", "desc").limit(limit).execute();
  return rows.map(workFromRow);
}

/** Numbers of the works somebody may see: what a search is filtered by. */
export async function listNumbersFor(db: Db, audience: Audience): Promise<readonly number[]> {
  const rows = await worksFor(db, audience).select("number").orderBy("number").execute();
  return rows.map((row) => row.number);
}

/** Id of the work at a place in the order of arrival, for "surprise me". */
export async function findWorkAt(db: Db, audience: Audience, offset: number): Promise<string | undefined> {
  const row = await worksFor(db, audience)
    .select("id")
    .orderBy("number")
    .offset(offset)
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Accessions and paths of originals, by original id. */
export async function listOriginalPlaces(
  db: Db,
  originals: readonly string[],
): Promise<ReadonlyMap<string, { readonly path: string; readonly accession: string }>> {
  const found = new Map<string, { path: string; accession: string }>();
  for (const some of inChunks(originals)) {
    const rows = await db
      .selectFrom("original")
      .select(["id", "path", "accession"])
      .where("id", "in", some)
      .execute();
    for (const { id, path, accession } of rows) found.set(id, { path, accession });
  }
  return found;
}

function worksFor(db: Db, { visibleOnly }: Audience) {
  const works = db.selectFrom("work");
  return visibleOnly ? works.where("visible", "=", 1) : works.where("withdrawn", "=", 0);
}
