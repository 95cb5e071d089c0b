import type { SearchWriter } from "../../search/search-index.ts";
import type { Db } from "../db.ts";

/** Removes from the search index what is gone from the catalogue, and forgets that it was to be removed. */
export async function takeIndexRemovals(db: Db, search: SearchWriter): Promise<void> {
  const rows = await db.selectFrom("index_removal").select("number").execute();
  if (rows.length === 0) return;
  await search.remove(rows.map((row) => row.number));
  await db.deleteFrom("index_removal").execute();
}
