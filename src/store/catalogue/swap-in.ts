import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { StorageError } from "../../terms/index.ts";
import { openSqliteWriter } from "../sqlite/open-sqlite.ts";
import { storePathsOf } from "./store-paths.ts";

/** Says that a swap was begun: everything of the new set is complete, so it is always carried on, never back. */
const MARKER = "swap.json";

/**
 * Puts a set that was built beside the live one (`storePathsOf(dir, suffix)`) in its place, and deletes the old one.
 *
 * A crash at any moment leaves the old set, the new one, or a marker that `finishSwap` goes on from. Close the writers of both sets
 * first, and hold the archive's lock; readers of the old set go on until they open again (`Catalogue.isReplaced`).
 */
export function swapIn(dir: string, suffix: string): void {
  emptyLog(storePathsOf(dir, suffix).catalogue);
  try {
    writeMarker(dir, suffix);
  } catch (cause) {
    throw new StorageError(`Cannot write "${join(dir, MARKER)}": check the disk and its permissions`, {
      cause,
    });
  }
  finishSwap(dir);
}

/** Carries on a swap that was interrupted; does nothing when there is none. Hold the archive's lock. */
export function finishSwap(dir: string): void {
  const marker = join(dir, MARKER);
  if (!existsSync(marker)) return;
  const suffix = readFileSync(marker, "utf8");
  const live = storePathsOf(dir);
  const next = storePathsOf(dir, suffix);
  if (existsSync(next.catalogue)) {
    for (const end of ["-wal", "-shm"]) rmSync(live.catalogue + end, { force: true });
    renameSync(next.catalogue, live.catalogue);
  }
  for (const part of ["search", "texts"] as const) {
    if (!existsSync(next[part])) continue;
    rmSync(live[part], { recursive: true, force: true });
    renameSync(next[part], live[part]);
  }
  syncFolder(dir);
  rmSync(marker);
}

/** Folds the log into the file, so that one rename moves it all. */
function emptyLog(path: string): void {
  const connection = openSqliteWriter(path, {
    cacheMiB: 16,
    pageBytes: 8192,
    synchronous: "full",
    secureDelete: true,
  });
  try {
    connection.exec("pragma wal_checkpoint(truncate)");
  } finally {
    connection.close();
  }
  for (const end of ["-wal", "-shm"]) rmSync(path + end, { force: true });
}

function writeMarker(dir: string, suffix: string): void {
  const temporary = join(dir, `${MARKER}.tmp`);
  const file = openSync(temporary, "w");
  writeSync(file, suffix);
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, join(dir, MARKER));
  syncFolder(dir);
}

function syncFolder(dir: string): void {
  const folder = openSync(dir, "r");
  fsyncSync(folder);
  closeSync(folder);
}
