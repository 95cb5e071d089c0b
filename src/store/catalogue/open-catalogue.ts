import { existsSync, statSync } from "node:fs";
import { Kysely } from "kysely";
import { CatalogueError } from "../../terms/index.ts";
import { openFtsSearch } from "../search/open-fts-search.ts";
import type { SearchReader } from "../search/search-index.ts";
import { asStoreError } from "../sqlite/as-store-error.ts";
import { nodeSqliteDialect } from "../sqlite/node-sqlite-dialect.ts";
import { openSqliteReader } from "../sqlite/open-sqlite.ts";
import { openTextStore, type TextStore } from "../texts/open-text-store.ts";
import { checkSchemaVersion } from "./check-schema-version.ts";
import type { Db } from "./db.ts";
import type { StorePaths } from "./store-paths.ts";

/** An archive's catalogue, index and texts, for reading. */
export interface Catalogue {
  readonly db: Db;
  readonly search: SearchReader;
  readonly texts: TextStore;
  /** Goes up with every batch written, by whatever process: what was cached under an older one is stale. */
  generation(): number;
  /** Whether any accession is open, asked anew each time: a page must not lag behind a keeper who closes. */
  isAnythingOpen(): boolean;
  /** Whether another catalogue was swapped in since: then open it again. */
  isReplaced(): boolean;
  close(): Promise<void>;
}

/** Connections at once: queries take turns in one thread, but a stream or a transaction keeps one for itself. */
const CONNECTIONS = 4;

/**
 * Opens what an archive's pages are made from; nothing can be changed through it.
 *
 * @throws CatalogueError when the catalogue is absent, damaged or from another version.
 */
export async function openCatalogue(paths: StorePaths): Promise<Catalogue> {
  const path = paths.catalogue;
  if (!existsSync(path))
    throw new CatalogueError(`Cannot open "${path}": it is not there: run "fanlight rebuild"`);
  const inode = statSync(path, { bigint: true }).ino;
  const db: Db = new Kysely({
    dialect: nodeSqliteDialect({
      open: () => openSqliteReader(path, 32),
      connections: CONNECTIONS,
      writes: false,
      mapError: (error) => asStoreError(error, path),
    }),
  });
  const counter = openSqliteReader(path, 1);
  const close = async (): Promise<void> => {
    counter.close();
    await db.destroy();
  };
  try {
    await checkSchemaVersion(db, path);
    const generation = counter.prepare("select value from meta where key = 'generation'");
    const opened = counter.prepare("select 1 from accession where opened = 1 limit 1");
    const search = openFtsSearch(paths.search);
    return {
      db,
      search,
      texts: openTextStore(paths.texts),
      generation: () => Number(generation.get()?.["value"]),
      isAnythingOpen: () => opened.get() !== undefined,
      isReplaced: () => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino !== inode,
      async close() {
        await search.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw asStoreError(error, path);
  }
}
