import type { Db } from "../db.ts";
import { inChunks } from "../in-chunks.ts";

/** Notes that the search index has these works as they are now. */
export async function markIndexed(db: Db, numbers: readonly number[]): Promise<void> {
  for (const some of inChunks(numbers)) {
    await db.updateTable("work").set({ indexed: 1 }).where("number", "in", some).execute();
  }
}
