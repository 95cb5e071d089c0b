import type { DatabaseSync } from "node:sqlite";
import { LockedError } from "../../terms/index.ts";
import { asStoreError } from "./as-store-error.ts";

/**
 * Rewrites a database and empties its log, so that nothing deleted is left in the bytes of either.
 *
 * @throws LockedError when a reader keeps the log in use; nothing is lost, it can be run again.
 */
export function sealDatabase(connection: DatabaseSync, path: string): void {
  try {
    // the copy that a vacuum makes has the size of the database: not in memory
    connection.exec("pragma temp_store = file; vacuum; pragma temp_store = memory");
    const row = connection.prepare("pragma wal_checkpoint(truncate)").get();
    if (row?.["busy"] === 0) return;
  } catch (error) {
    throw asStoreError(error, path);
  }
  throw new LockedError(`Cannot clean "${path}": a reader is using it: run the same command again`);
}
