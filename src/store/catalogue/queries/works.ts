import { inChunks } from "../in-chunks.ts";
import { NotFoundError } from "../../../terms/index.ts";
import type { Db } from "../db.ts";
import type { StoredWork } from "../records.ts";
import { workFromRow } from "../rows/work-row.ts";

/** What works can be sorted by; ties go by id. */
export const WORK_SORTS = ["title", "creator", "date", "words"] as const;

export type WorkSort = (typeof WORK_SORTS)[number];

const SORT_COLUMNS = {
  title: ["title_sort", "id"],
  creator: ["creator_sort", "title_sort", "id"],
  date: ["date_sort", "id"],
  words: ["words", "id"],
} as const;

export interface WorkFilter {
  /** Only what a visitor may see. */
  readonly visibleOnly?: boolean;
  /** Leave out what was withdrawn: what the keeper browses. */
  readonly withoutWithdrawn?: boolean;
  /** Only works whose sort key of the title begins so. */
  readonly titleStarts?: string;
  /** Only works of this year; `null` for those without a date. */
  readonly year?: number | null;
  /** Only works of which a part is missing. */
  readonly missingAPart?: boolean;
}

export interface WorkListOptions extends WorkFilter {
  readonly sort: WorkSort;
  readonly direction: "asc" | "desc";
  readonly limit: number;
  /** Default 0. */
  readonly offset?: number;
}

/** A page of works; those without a date come last, whatever the direction. */
export async function listWorks(db: Db, options: WorkListOptions): Promise<readonly StoredWork[]> {
  let query = filterWorks(db, options).selectAll();
  for (const column of SORT_COLUMNS[options.sort]) {
    query = query.orderBy(column, (order) => {
      const directed = options.direction === "asc" ? order.asc() : order.desc();
      return column === "date_sort" ? directed.nullsLast() : directed;
    });
  }
  const rows = await query
    .limit(options.limit)
    .offset(options.offset ?? 0)
    .execute();
  return rows.map(workFromRow);
}

export async function countWorks(db: Db, filter: WorkFilter = {}): Promise<number> {
  const { count } = await filterWorks(db, filter)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export async function findWork(db: Db, id: string): Promise<StoredWork | undefined> {
  const row = await db.selectFrom("work").selectAll().where("id", "=", id).executeTakeFirst();
  return row && workFromRow(row);
}

/** @throws NotFoundError when there is none. */
export async function getWork(db: Db, id: string): Promise<StoredWork> {
  const work = await findWork(db, id);
  if (work === undefined) throw new NotFoundError(`Cannot find work "${id}": look for it by its title`);
  return work;
}

/** Works by their number in the search index, in the order of the numbers given; those not there are left out. */
export async function listWorksByNumber(db: Db, numbers: readonly number[]): Promise<readonly StoredWork[]> {
  const found = new Map<number, StoredWork>();
  for (const some of inChunks(numbers)) {
    const rows = await db.selectFrom("work").selectAll().where("number", "in", some).execute();
    for (const row of rows) found.set(row.number, workFromRow(row));
  }
  return numbers.flatMap((number) => found.get(number) ?? []);
}

export async function listWorksById(db: Db, ids: readonly string[]): Promise<readonly StoredWork[]> {
  const found = new Map<string, StoredWork>();
  for (const some of inChunks(ids)) {
    const rows = await db.selectFrom("work").selectAll().where("id", "in", some).execute();
    for (const row of rows) found.set(row.id, workFromRow(row));
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Numbers of the works a visitor may see: what a search is filtered by. */
export async function listVisibleNumbers(db: Db): Promise<readonly number[]> {
  const rows = await db.selectFrom("work").select("number").where("visible", "=", 1).execute();
  return rows.map((row) => row.number);
}

/** Works that the search index has not, or not as they are now, in order of number. */
export async function listUnindexedWorks(db: Db, limit: number): Promise<readonly StoredWork[]> {
  const rows = await db
    .selectFrom("work")
    .selectAll()
    .where("indexed", "=", 0)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(workFromRow);
}

/** What a person decided about a work; outlives the work's row, so that its address can answer "no longer here". */
export interface WorkMark {
  readonly withdrawn: boolean;
  readonly erased: boolean;
}

export async function findWorkMark(db: Db, work: string): Promise<WorkMark | undefined> {
  const row = await db.selectFrom("work_mark").selectAll().where("work", "=", work).executeTakeFirst();
  return row && { withdrawn: row.withdrawn === 1, erased: row.erased === 1 };
}

function filterWorks(db: Db, filter: WorkFilter) {
  let query = db.selectFrom("work");
  if (filter.visibleOnly === true) query = query.where("visible", "=", 1);
  if (filter.withoutWithdrawn === true) query = query.where("withdrawn", "=", 0);
  if (filter.year === null) query = query.where("date_sort", "is", null);
  else if (filter.year !== undefined) {
    const year = String(filter.year).padStart(4, "0");
    query = query.where("date_sort", ">=", year).where("date_sort", "<", `${year}\u{10ffff}`);
  }
  if (filter.missingAPart === true) query = query.where("missing_parts", "<>", "[]");
  if (filter.titleStarts !== undefined) {
    query = query
      .where("title_sort", ">=", filter.titleStarts)
      .where("title_sort", "<", `${filter.titleStarts}\u{10ffff}`);
  }
  return query;
}
