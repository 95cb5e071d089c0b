import type { Db } from "../db.ts";
import { inChunks } from "../in-chunks.ts";

/**
 * Deletes those of the works that have no story left, and notes their numbers for removal from the search index.
 *
 * @returns The ids that are gone.
 */
export async function removeEmptyWorks(db: Db, works: readonly string[]): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const ids of inChunks([...new Set(works)])) {
    const empty = await db
      .selectFrom("work")
      .select(["id", "number"])
      .where("id", "in", ids)
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom("story").select("story.id").whereRef("story.work", "=", "work.id"))),
      )
      .execute();
    if (empty.length === 0) continue;
    await db
      .insertInto("index_removal")
      .values(empty.map(({ number }) => ({ number })))
      .execute();
    const gone = empty.map(({ id }) => id);
    await db.deleteFrom("work").where("id", "in", gone).execute();
    removed.push(...gone);
  }
  return removed;
}
