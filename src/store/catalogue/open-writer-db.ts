import type { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { asStoreError } from "../sqlite/as-store-error.ts";
import { nodeSqliteDialect } from "../sqlite/node-sqlite-dialect.ts";
import { openSqliteWriter } from "../sqlite/open-sqlite.ts";
import { checkSchemaVersion } from "./check-schema-version.ts";
import { createTables } from "./create-tables.ts";
import type { Db } from "./db.ts";
import { sqliteEngine } from "./engine.ts";

export interface WriterDb {
  readonly db: Db;
  /** The connection itself, for what is no query: vacuum and checkpoint. */
  readonly connection: DatabaseSync;
}

/**
 * Opens a catalogue for writing; an absent or empty one gets its tables.
 *
 * @throws CatalogueError when it is damaged or from another version, LockedError when another process writes to it.
 */
export async function openWriterDb(path: string, cacheMiB: number): Promise<WriterDb> {
  const connection = openSqliteWriter(path, {
    cacheMiB,
    pageBytes: 8192,
    synchronous: "normal",
    secureDelete: true,
  });
  const db: Db = new Kysely({
    dialect: nodeSqliteDialect({
      open: () => connection,
      connections: 1,
      writes: true,
      mapError: (error) => asStoreError(error, path),
    }),
  });
  try {
    const tables = await db.introspection.getTables();
    if (tables.length === 0) await db.transaction().execute((trx) => createTables(trx, sqliteEngine));
    await checkSchemaVersion(db, path);
    return { db, connection };
  } catch (error) {
    connection.close();
    throw error;
  }
}
