import type { Expression, SqlBool } from "kysely";
import { sql } from "kysely";
import type { Db } from "../db.ts";

/**
 * Sets `opened`, `withdrawn` and `erased` of works from where they are decided: accessions and marks.
 *
 * `visible` follows, as the database computes it.
 */
export async function refreshWorkFlags(db: Db, which: Expression<SqlBool>): Promise<void> {
  await db
    .updateTable("work")
    .set({
      opened: sql`case when exists (
        select 1 from story join accession on accession.id = story.accession
        where story.work = work.id and accession.opened = 1
      ) then 1 else 0 end`,
      withdrawn: sql`coalesce((select withdrawn from work_mark where work_mark.work = work.id), 0)`,
      erased: sql`coalesce((select erased from work_mark where work_mark.work = work.id), 0)`,
    })
    .where(which)
    .execute();
}
