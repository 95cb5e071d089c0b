import { sql } from "kysely";
import type { Db } from "./db.ts";
import type { Engine } from "./engine.ts";
import { SCHEMA_VERSION } from "./schema.ts";

/** Makes the tables of an empty catalogue and writes its schema version. Call it inside a transaction. */
export async function createTables(db: Db, engine: Engine): Promise<void> {
  await createCustodyTables(db, engine);
  await createStoryTables(db, engine);
  await createWorkTables(db, engine);
  await createIndexes(db);
  await db
    .insertInto("meta")
    .values([
      { key: "schema_version", value: String(SCHEMA_VERSION) },
      { key: "vocabulary_hash", value: "" },
      { key: "applied_seq", value: "0" },
      { key: "generation", value: "0" },
      { key: "next_number", value: "1" },
    ])
    .execute();
}

async function createCustodyTables(db: Db, engine: Engine): Promise<void> {
  await db.schema
    .createTable("meta")
    .addColumn("key", "text", (c) => c.primaryKey().notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .modifyEnd(engine.clusteredSuffix)
    .execute();
  await db.schema
    .createTable("accession")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("sequence", "integer", (c) => c.notNull())
    .addColumn("opened", "integer", (c) => c.notNull())
    .addColumn("ended", "integer", (c) => c.notNull())
    .addColumn("source", "text", (c) => c.notNull())
    .addColumn("sealed", "text", (c) => c.notNull())
    .modifyEnd(engine.tableSuffix)
    .execute();
  await db.schema
    .createTable("object")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("accession", "text", (c) => c.notNull())
    .addColumn("files", "integer", (c) => c.notNull())
    .modifyEnd(engine.tableSuffix)
    .execute();
  await db.schema
    .createTable("original")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("accession", "text", (c) => c.notNull())
    .addColumn("object", "text", (c) => c.notNull())
    .addColumn("path", "text", (c) => c.notNull())
    .addColumn("content_path", "text", (c) => c.notNull())
    .addColumn("sha256", "text", (c) => c.notNull())
    .addColumn("size_bytes", engine.bigInteger, (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addUniqueConstraint("original_accession_path", ["accession", "path"])
    .modifyEnd(engine.tableSuffix)
    .execute();
  await db.schema
    .createTable("kept_out")
    .addColumn("digest", "text", (c) => c.primaryKey().notNull())
    .modifyEnd(engine.clusteredSuffix)
    .execute();
}

async function createStoryTables(db: Db, engine: Engine): Promise<void> {
  await db.schema
    .createTable("reading")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("original", "text", (c) => c.notNull())
    .addColumn("steps", "text", (c) => c.notNull())
    .addColumn("format", "text", (c) => c.notNull())
    .addColumn("charset", "text", (c) => c.notNull())
    .addColumn("layer_digest", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("pieces", "text", (c) => c.notNull())
    .addColumn("private_spans", "text", (c) => c.notNull())
    .addColumn("private_count", "integer", (c) => c.notNull())
    .addColumn("unclaimed_chars", "integer", (c) => c.notNull())
    .modifyEnd(engine.tableSuffix)
    .execute();
  await db.schema
    .createTable("story")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("reading", "text", (c) => c.notNull())
    .addColumn("original", "text", (c) => c.notNull())
    .addColumn("accession", "text", (c) => c.notNull())
    .addColumn("ordinal", "integer", (c) => c.notNull())
    .addColumn("anchor_id", "text", (c) => c.notNull())
    .addColumn("order_key", "text", (c) => c.notNull())
    .addColumn("extent_start", "integer", (c) => c.notNull())
    .addColumn("extent_end", "integer", (c) => c.notNull())
    .addColumn("body_start", "integer")
    .addColumn("body_end", "integer")
    .addColumn("title_key", "text", (c) => c.notNull())
    .addColumn("part_key", "text", (c) => c.notNull())
    .addColumn("part", "text")
    .addColumn("parts_total", "text")
    .addColumn("body_digest", "text", (c) => c.notNull())
    .addColumn("words", "integer", (c) => c.notNull())
    .addColumn("language", "text")
    .addColumn("permission", "text", (c) => c.notNull())
    .addColumn("stance", "text", (c) => c.notNull())
    .addColumn("hold", "text")
    .addColumn("work", "text")
    .addColumn("place", "integer")
    .addColumn("role", "text")
    .modifyEnd(engine.tableSuffix)
    .execute();
  await db.schema
    .createTable("claim")
    .addColumn("story", "text", (c) => c.notNull())
    .addColumn("ordinal", "integer", (c) => c.notNull())
    .addColumn("field", "text", (c) => c.notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .addColumn("as_written", "text", (c) => c.notNull())
    .addColumn("range_start", "integer")
    .addColumn("range_end", "integer")
    .addColumn("precision", "text", (c) => c.notNull())
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("sureness_permille", "integer", (c) => c.notNull())
    .addColumn("label", "text")
    .addColumn("qualifiers", "text")
    .addPrimaryKeyConstraint("claim_key", ["story", "ordinal"])
    .modifyEnd(engine.clusteredSuffix)
    .execute();
  await db.schema
    .createTable("issue")
    .addColumn("original", "text", (c) => c.notNull())
    .addColumn("ordinal", "integer", (c) => c.notNull())
    .addColumn("reading", "text")
    .addColumn("code", "text", (c) => c.notNull())
    .addColumn("detail", "text", (c) => c.notNull())
    .addColumn("range_start", "integer")
    .addColumn("range_end", "integer")
    .addColumn("byte_start", engine.bigInteger)
    .addColumn("byte_end", engine.bigInteger)
    .addColumn("before", "text")
    .addPrimaryKeyConstraint("issue_key", ["original", "ordinal"])
    .modifyEnd(engine.clusteredSuffix)
    .execute();
}

async function createWorkTables(db: Db, engine: Engine): Promise<void> {
  await db.schema
    .createTable("work")
    .addColumn("number", "integer", (c) => c.primaryKey().notNull())
    .addColumn("id", "text", (c) => c.unique().notNull())
    .addColumn("title", "text")
    .addColumn("title_sort", "text", (c) => c.notNull())
    .addColumn("creators", "text", (c) => c.notNull())
    .addColumn("creator_sort", "text", (c) => c.notNull())
    .addColumn("fandoms", "text", (c) => c.notNull())
    .addColumn("pairings", "text", (c) => c.notNull())
    .addColumn("rating", "text")
    .addColumn("summary", "text")
    .addColumn("warnings", "text", (c) => c.notNull())
    .addColumn("stance", "text", (c) => c.notNull())
    .addColumn("permission", "text", (c) => c.notNull())
    .addColumn("hold", "text")
    .addColumn("language", "text")
    .addColumn("words", "integer", (c) => c.notNull())
    .addColumn("parts", "integer", (c) => c.notNull())
    .addColumn("parts_total", "integer")
    .addColumn("missing_parts", "text", (c) => c.notNull())
    .addColumn("date_text", "text")
    .addColumn("date_sort", "text")
    .addColumn("opened", "integer", (c) => c.notNull())
    .addColumn("withdrawn", "integer", (c) => c.notNull())
    .addColumn("erased", "integer", (c) => c.notNull())
    .addColumn("visible", "integer", (c) =>
      c
        .generatedAlwaysAs(
          sql`case when opened = 1 and withdrawn = 0 and erased = 0 and hold is null then 1 else 0 end`,
        )
        .stored()
        .notNull(),
    )
    .addColumn("indexed", "integer", (c) => c.notNull())
    .modifyEnd(engine.tableSuffix)
    .execute();
  await db.schema
    .createTable("work_mark")
    .addColumn("work", "text", (c) => c.primaryKey().notNull())
    .addColumn("withdrawn", "integer", (c) => c.notNull())
    .addColumn("erased", "integer", (c) => c.notNull())
    .modifyEnd(engine.clusteredSuffix)
    .execute();
  await db.schema
    .createTable("index_removal")
    .addColumn("number", "integer", (c) => c.primaryKey().notNull())
    .modifyEnd(engine.tableSuffix)
    .execute();
}

/** `visible` stands last in an index, so that hidden works are skipped without fetching them, and no list needs two. */
const INDEXES = {
  original: [["sha256"], ["object"]],
  reading: [["original"]],
  story: [["original"], ["body_digest", "id"], ["part_key", "id"], ["work", "place", "id"]],
  work: [
    ["title_sort", "id", "visible"],
    ["creator_sort", "title_sort", "id", "visible"],
    ["date_sort", "id", "visible"],
    ["words", "id", "visible"],
    ["indexed"],
  ],
} as const;

async function createIndexes(db: Db): Promise<void> {
  for (const [table, indexes] of Object.entries(INDEXES)) {
    for (const columns of indexes) {
      const name = [table, "by", ...columns].join("_");
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute();
    }
  }
  await db.schema
    .createIndex("claim_unknown_by_label")
    .on("claim")
    .column("label")
    .where(sql`field`, "=", sql.lit("unknown"))
    .execute();
}
