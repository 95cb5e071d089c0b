import type { Db } from "../db.ts";
import { inChunks } from "../in-chunks.ts";

/**
 * Deletes originals with their readings, stories, claims and issues.
 *
 * @returns The works their stories stood in, which may be empty now: give them to `removeEmptyWorks`.
 */
export async function deleteOriginals(db: Db, originals: readonly string[]): Promise<readonly string[]> {
  const works = new Set<string>();
  for (const ids of inChunks(originals)) {
    const stories = db.selectFrom("story").select("id").where("original", "in", ids);
    const rows = await db
      .selectFrom("story")
      .select("work")
      .distinct()
      .where("original", "in", ids)
      .execute();
    for (const { work } of rows) if (work !== null) works.add(work);
    await db.deleteFrom("claim").where("story", "in", stories).execute();
    await db.deleteFrom("story").where("original", "in", ids).execute();
    await db.deleteFrom("reading").where("original", "in", ids).execute();
    await db.deleteFrom("issue").where("original", "in", ids).execute();
    await db.deleteFrom("original").where("id", "in", ids).execute();
  }
  return [...works];
}
