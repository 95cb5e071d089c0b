import { CatalogueError, FanlightError, LockedError, StorageError } from "../../terms/index.ts";

/** Primary result codes of SQLite that mean trouble outside the program. */
const BUSY = 5;
const LOCKED = 6;
const CONSTRAINT = 19;
const DAMAGED: ReadonlySet<number> = new Set([11, 24, 26]); // corrupt, format, not a database
const DISK: ReadonlySet<number> = new Set([3, 8, 10, 13, 14, 22, 23]); // permission, read-only, I/O, full, cannot open ...

/**
 * Turns what the database threw into the error class that says what to do.
 *
 * Errors that are none of the database's (and mistakes in our own SQL) come back unchanged.
 *
 * @param error - Whatever was thrown.
 * @param path - The file, as the message names it.
 */
export function asStoreError(error: unknown, path: string): unknown {
  if (error instanceof FanlightError || !(error instanceof Error)) return error;
  const code = primaryCode(error);
  if (code === undefined) return error;
  const cause = { cause: error };
  if (code === BUSY || code === LOCKED) {
    return new LockedError(
      `Cannot write "${path}": another process is writing: try again when it has ended`,
      cause,
    );
  }
  if (DAMAGED.has(code) || /no such (?:table|column)/.test(error.message)) {
    return new CatalogueError(`Cannot read "${path}": the file is damaged: run "fanlight rebuild"`, cause);
  }
  if (code === CONSTRAINT) {
    const detail = error.message;
    return new CatalogueError(
      `Cannot write "${path}": rows contradict each other (${detail}): run "fanlight rebuild"`,
      cause,
    );
  }
  if (DISK.has(code)) {
    return new StorageError(
      `Cannot use "${path}": ${error.message}: check the disk and its permissions`,
      cause,
    );
  }
  return error;
}

function primaryCode(error: Error): number | undefined {
  if (!("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return error.errcode & 0xff;
}
