import type { Db } from "../db.ts";

/**
 * Runs one batch in one transaction and counts it, so that readers see that something changed.
 *
 * Nothing is written when it throws.
 */
export async function writeBatch<T>(db: Db, write: (trx: Db) => Promise<T>): Promise<T> {
  return await db.transaction().execute(async (trx) => {
    const result = await write(trx);
    const { value } = await trx
      .selectFrom("meta")
      .select("value")
      .where("key", "=", "generation")
      .executeTakeFirstOrThrow();
    await trx
      .updateTable("meta")
      .set({ value: String(Number(value) + 1) })
      .where("key", "=", "generation")
      .execute();
    return result;
  });
}
