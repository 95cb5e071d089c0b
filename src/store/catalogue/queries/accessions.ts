import type { Db } from "../db.ts";
import type { AccessionRecord, ObjectRecord } from "../records.ts";
import { accessionFromRow } from "../rows/accession-row.ts";

/** All accessions, in the order they were begun. */
export async function listAccessions(db: Db): Promise<readonly AccessionRecord[]> {
  const rows = await db.selectFrom("accession").selectAll().orderBy("sequence").execute();
  return rows.map(accessionFromRow);
}

export async function findAccession(db: Db, id: string): Promise<AccessionRecord | undefined> {
  const row = await db.selectFrom("accession").selectAll().where("id", "=", id).executeTakeFirst();
  return row && accessionFromRow(row);
}

/** OCFL objects of which every original is derived, by id; of one accession when it is given. */
export async function listObjects(db: Db, accession?: string): Promise<readonly ObjectRecord[]> {
  const all = db.selectFrom("object").selectAll().orderBy("id");
  const query = accession === undefined ? all : all.where("accession", "=", accession);
  return await query.execute();
}
