import { expressionBuilder } from "kysely";
import type { Db } from "../db.ts";
import type { WorkBatch, WorkChanges } from "../records.ts";
import { workToRow } from "../rows/work-row.ts";
import type { CatalogueTables } from "../schema.ts";
import { inChunks } from "../in-chunks.ts";
import { insertRows } from "./insert-rows.ts";
import { refreshWorkFlags } from "./refresh-work-flags.ts";
import { removeEmptyWorks } from "./remove-empty-works.ts";

/**
 * Writes works and puts stories into them; a work without a story goes.
 *
 * Each work of the batch waits for the search index again (`indexed` = 0). Call it inside a transaction.
 */
export async function writeWorks(db: Db, batch: WorkBatch): Promise<WorkChanges> {
  const numbers = await numberWorks(
    db,
    batch.works.map((work) => work.id),
  );
  const flags = { opened: 0, withdrawn: 0, erased: 0, indexed: 0 };
  const rows = batch.works.map((work, i) => ({ number: numbers[i]?.number, ...workToRow(work), ...flags }));
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== "number" && column !== "id");
  await insertRows(db, "work", rows, { key: "id", columns });
  const left = await moveStories(db, batch.members);
  const removed = await removeEmptyWorks(db, [...left, ...numbers.map(({ work }) => work)]);
  const touched = [
    ...new Set([...numbers.map(({ work }) => work), ...batch.members.map(({ work }) => work), ...left]),
  ];
  for (const ids of inChunks(touched)) {
    await refreshWorkFlags(db, expressionBuilder<CatalogueTables, "work">()("id", "in", ids));
  }
  return { numbers, removed };
}

/** Known works keep their number, new ones get the next. */
async function numberWorks(db: Db, works: readonly string[]): Promise<WorkChanges["numbers"]> {
  const known = new Map<string, number>();
  for (const ids of inChunks(works)) {
    const rows = await db.selectFrom("work").select(["id", "number"]).where("id", "in", ids).execute();
    for (const row of rows) known.set(row.id, row.number);
  }
  const meta = await db
    .selectFrom("meta")
    .select("value")
    .where("key", "=", "next_number")
    .executeTakeFirstOrThrow();
  let next = Number(meta.value);
  const numbers = works.map((work) => {
    const number = known.get(work) ?? next++;
    known.set(work, number);
    return { work, number };
  });
  await db
    .updateTable("meta")
    .set({ value: String(next) })
    .where("key", "=", "next_number")
    .execute();
  return numbers;
}

/** Gives the works that stories left. */
async function moveStories(db: Db, members: WorkBatch["members"]): Promise<readonly string[]> {
  const before = new Map<string, string>();
  for (const ids of inChunks(members.map((member) => member.story))) {
    const rows = await db
      .selectFrom("story")
      .select(["id", "work"])
      .where("id", "in", ids)
      .where("work", "is not", null)
      .execute();
    for (const row of rows) if (row.work !== null) before.set(row.id, row.work);
  }
  const statement = db
    .updateTable("story")
    .set({ work: "", place: 0, role: "" })
    .where("id", "=", "")
    .compile();
  const left = new Set<string>();
  for (const { story, work, place, role } of members) {
    await db.executeQuery({ ...statement, parameters: [work, place, role, story] });
    const old = before.get(story);
    if (old !== undefined && old !== work) left.add(old);
  }
  return [...left];
}
