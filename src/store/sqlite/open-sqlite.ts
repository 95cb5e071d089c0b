import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { asStoreError } from "./as-store-error.ts";

/** How a file of the store is opened for writing. */
export interface WriterOptions {
  readonly cacheMiB: number;
  /** Bytes of a page, set before the first table is made. */
  readonly pageBytes: number;
  /** `full` when another file relies on this one's commits outliving a power cut; else `normal`, which never leaves a damaged file. */
  readonly synchronous: "normal" | "full";
  /** Overwrites what is deleted at once. Not needed where every deletion is followed by `sealDatabase`. */
  readonly secureDelete: boolean;
}

/** Opens the one writing connection, with a write-ahead log. */
export function openSqliteWriter(path: string, options: WriterOptions): DatabaseSync {
  return guard(path, () => {
    const db = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: false });
    db.exec(`
      pragma page_size = ${options.pageBytes};
      pragma journal_mode = wal;
      pragma synchronous = ${options.synchronous};
      pragma cache_size = ${-1024 * options.cacheMiB};
      pragma temp_store = memory;
      pragma secure_delete = ${options.secureDelete ? "on" : "off"};
      pragma wal_autocheckpoint = 4000;
      pragma journal_size_limit = 67108864;
    `);
    return db;
  });
}

/**
 * Opens a connection that can only read.
 *
 * In a folder nobody may write to, where the log's index can't be made, the file is read as unchanging.
 */
export function openSqliteReader(path: string, cacheMiB = 8): DatabaseSync {
  return guard(path, () => {
    const db = new DatabaseSync(readablePath(path), { readOnly: true, timeout: 5000 });
    db.exec(`pragma query_only = on; pragma cache_size = ${-1024 * cacheMiB};`);
    return db;
  });
}

function readablePath(path: string): string | URL {
  if (mayWrite(dirname(path)) || existsSync(`${path}-wal`)) return path;
  const url = pathToFileURL(path);
  url.searchParams.set("immutable", "1");
  return url;
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function guard<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw asStoreError(error, path);
  }
}
