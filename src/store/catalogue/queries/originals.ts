import { inChunks } from "../in-chunks.ts";
import type { Db } from "../db.ts";
import type { OriginalRecord } from "../records.ts";
import { originalFromRow } from "../rows/original-row.ts";

export async function findOriginal(
  db: Db,
  accession: string,
  path: string,
): Promise<OriginalRecord | undefined> {
  const row = await db
    .selectFrom("original")
    .selectAll()
    .where("accession", "=", accession)
    .where("path", "=", path)
    .executeTakeFirst();
  return row && originalFromRow(row);
}

export async function findOriginalById(db: Db, id: string): Promise<OriginalRecord | undefined> {
  const row = await db.selectFrom("original").selectAll().where("id", "=", id).executeTakeFirst();
  return row && originalFromRow(row);
}

/** A file as a pile shows it: what it is called there, and what is in it. */
export interface FileSeen {
  readonly path: string;
  readonly sha256: string;
}

/** Those of the files that the archive has already, under the same path with the same bytes, in any accession. */
export async function findKnownFiles<T extends FileSeen>(db: Db, files: readonly T[]): Promise<readonly T[]> {
  const known = new Set<string>();
  for (const some of inChunks(files)) {
    const rows = await db
      .selectFrom("original")
      .select(["path", "sha256"])
      .where(
        "sha256",
        "in",
        some.map((file) => file.sha256),
      )
      .execute();
    for (const row of rows) known.add(keyOf(row));
  }
  return files.filter((file) => known.has(keyOf(file)));
}

/** Those of the keyed digests that belong to something erased. */
export async function findKeptOut(db: Db, digests: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const some of inChunks(digests)) {
    const rows = await db.selectFrom("kept_out").select("digest").where("digest", "in", some).execute();
    found.push(...rows.map((row) => row.digest));
  }
  return found;
}

/** Originals of an OCFL object, by path. */
export async function listOriginalsOfObject(db: Db, object: string): Promise<readonly OriginalRecord[]> {
  const rows = await db
    .selectFrom("original")
    .selectAll()
    .where("object", "=", object)
    .orderBy("path")
    .execute();
  return rows.map(originalFromRow);
}

function keyOf({ path, sha256 }: FileSeen): string {
  return `${sha256} ${path}`;
}
