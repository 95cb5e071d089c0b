import type { Db } from "../db.ts";

export interface CatalogueMeta {
  readonly schemaVersion: number;
  /** Of the vocabularies everything was derived with; empty in a new catalogue. */
  readonly vocabularyHash: string;
  /** Number of the last journal line in it; 0 for none. */
  readonly appliedSeq: number;
  readonly generation: number;
}

/** What the catalogue knows of itself. */
export async function getMeta(db: Db): Promise<CatalogueMeta> {
  const rows = await db.selectFrom("meta").selectAll().execute();
  const values = new Map(rows.map((row) => [row.key, row.value]));
  return {
    schemaVersion: Number(values.get("schema_version")),
    vocabularyHash: values.get("vocabulary_hash") ?? "",
    appliedSeq: Number(values.get("applied_seq")),
    generation: Number(values.get("generation")),
  };
}
