import { sql } from "kysely";
import type { Hold, Permission, Stance } from "../../../terms/index.ts";
import type { Db } from "../db.ts";
import type { OriginalState } from "../records.ts";

export interface OriginalCount {
  readonly state: OriginalState;
  readonly kind: string;
  readonly count: number;
  readonly sizeBytes: number;
}

/** Originals by what came of them and by format, the most first. */
export async function countOriginals(db: Db, accession?: string): Promise<readonly OriginalCount[]> {
  const rows = await db
    .selectFrom("original")
    .$if(accession !== undefined, (query) => query.where("accession", "=", accession ?? ""))
    .select(({ fn }) => [
      "state",
      "kind",
      fn.countAll<number>().as("count"),
      fn.sum<number>("size_bytes").as("size_bytes"),
    ])
    .groupBy(["state", "kind"])
    .orderBy("count", "desc")
    .orderBy("state")
    .orderBy("kind")
    .execute();
  return rows.map((row) => ({
    state: row.state as OriginalState, // written by originalToRow only
    kind: row.kind,
    count: row.count,
    sizeBytes: row.size_bytes,
  }));
}

export async function countStories(db: Db, accession?: string): Promise<number> {
  const { count } = await db
    .selectFrom("story")
    .$if(accession !== undefined, (query) => query.where("accession", "=", accession ?? ""))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export interface PrivateCount {
  /** Texts in which something private stands. */
  readonly readings: number;
  readonly spans: number;
}

/** How much is masked; of one accession when it is given. */
export async function countPrivate(db: Db, accession?: string): Promise<PrivateCount> {
  return await db
    .selectFrom("reading")
    .where("private_count", ">", 0)
    .$if(accession !== undefined, (query) =>
      query.where("original", "in", (eb) =>
        eb
          .selectFrom("original")
          .select("original.id")
          .where("accession", "=", accession ?? ""),
      ),
    )
    .select(({ fn }) => [
      fn.countAll<number>().as("readings"),
      fn.coalesce(fn.sum<number>("private_count"), sql.lit(0)).as("spans"),
    ])
    .executeTakeFirstOrThrow();
}

export interface IssueCount {
  readonly code: string;
  readonly count: number;
  readonly originals: number;
}

/** Issues by code, the most first; of one accession when it is given. */
export async function countIssues(db: Db, accession?: string): Promise<readonly IssueCount[]> {
  return await db
    .selectFrom("issue")
    .$if(accession !== undefined, (query) =>
      query.where("original", "in", (eb) =>
        eb
          .selectFrom("original")
          .select("original.id")
          .where("accession", "=", accession ?? ""),
      ),
    )
    .select(({ fn }) => [
      "code",
      fn.countAll<number>().as("count"),
      fn.count<number>("original").distinct().as("originals"),
    ])
    .groupBy("code")
    .orderBy("count", "desc")
    .orderBy("code")
    .execute();
}

export interface UnknownLabel {
  readonly label: string;
  readonly count: number;
  /** One of the stories that have it. */
  readonly story: string;
}

/** Header labels that no vocabulary knows, the most frequent first: each is a question. */
export async function countUnknownLabels(db: Db, limit: number): Promise<readonly UnknownLabel[]> {
  return await db
    .selectFrom("claim")
    .select(({ fn }) => ["label", fn.countAll<number>().as("count"), fn.min("story").as("story")])
    .where("field", "=", sql.lit("unknown"))
    .where("label", "is not", null)
    .groupBy("label")
    .orderBy("count", "desc")
    .orderBy("label")
    .limit(limit)
    .$narrowType<{ label: string }>()
    .execute();
}

export interface WorkCount {
  readonly hold: Hold | null;
  readonly permission: Permission;
  readonly stance: Stance;
  readonly visible: boolean;
  readonly withdrawn: boolean;
  readonly count: number;
}

/**
 * Works by all that decides who may see them; what a checklist or status shows is a sum of these.
 *
 * @param accession - Counts only works with a witness in it.
 */
export async function countWorksByRights(db: Db, accession?: string): Promise<readonly WorkCount[]> {
  const rows = await db
    .selectFrom("work")
    .select(({ fn }) => [
      "hold",
      "permission",
      "stance",
      "visible",
      "withdrawn",
      fn.countAll<number>().as("count"),
    ])
    .$if(accession !== undefined, (query) =>
      query.where("id", "in", (eb) =>
        eb
          .selectFrom("story")
          .select("story.work")
          .where("story.accession", "=", accession ?? "")
          .where("story.work", "is not", null)
          .$narrowType<{ work: string }>(),
      ),
    )
    .groupBy(["hold", "permission", "stance", "visible", "withdrawn"])
    .orderBy("count", "desc")
    .orderBy("hold")
    .orderBy("permission")
    .orderBy("stance")
    .execute();
  return rows.map((row) => ({
    hold: row.hold as Hold | null, // this and the next two are written by workToRow only
    permission: row.permission as Permission,
    stance: row.stance as Stance,
    visible: row.visible === 1,
    withdrawn: row.withdrawn === 1,
    count: row.count,
  }));
}
