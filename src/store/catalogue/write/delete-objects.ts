import type { Db } from "../db.ts";
import { deleteOriginals } from "./delete-originals.ts";
import { inChunks } from "../in-chunks.ts";

/** Deletes OCFL objects with all their originals; returns the works that may be empty now, as `deleteOriginals` does. */
export async function deleteObjects(db: Db, objects: readonly string[]): Promise<readonly string[]> {
  const works = new Set<string>();
  for (const ids of inChunks(objects)) {
    const originals = await db.selectFrom("original").select("id").where("object", "in", ids).execute();
    for (const work of await deleteOriginals(
      db,
      originals.map((row) => row.id),
    ))
      works.add(work);
    await db.deleteFrom("object").where("id", "in", ids).execute();
  }
  return [...works];
}
