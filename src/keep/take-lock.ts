import { existsSync } from "node:fs";
import { readFile, rm, writeFile, rename } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
// A lock of the operating system, which `kill -9` and a power cut let go by themselves, is what no other module of Node offers;
// SQLite takes one on every platform. This is the one place in `keep/` that touches it: the file never holds a row.
import { DatabaseSync } from "node:sqlite";
import { LockedError, StorageError } from "../terms/index.ts";
import { asStorageError } from "./as-storage-error.ts";

/** Who holds an archive's lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** The command in the words of the person who started it: `fanlight import`. */
  readonly command: string;
  /** Instant, ISO 8601 UTC. */
  readonly since: string;
}

/** The right to write to an archive, for one process at a time. */
export interface Lock {
  readonly holder: LockHolder;
  release(): Promise<void>;
}

const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_READONLY = 8;
const SQLITE_CANTOPEN = 14;

/**
 * Takes the archive's lock, or says who has it.
 *
 * `lock.json` only tells people who holds it; what counts is the lock of the operating system on `lock.sqlite`, so a
 * `lock.json` that a killed process left means nothing. While the lock is held, nothing in the same process may open and close
 * `lock.sqlite` by other means: POSIX would let the lock go.
 * @throws LockedError when another process, or another part of this one, holds it; StorageError when the folder cannot be written.
 */
export async function takeLock(
  archiveDir: string,
  options: { readonly command: string; readonly now: string },
): Promise<Lock> {
  const notice = join(archiveDir, "lock.json");
  const database = await lockDatabase(archiveDir, notice);
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    command: options.command,
    since: options.now,
  };
  try {
    await writeFile(`${notice}.new`, `${JSON.stringify(holder)}\n`);
    await rename(`${notice}.new`, notice);
  } catch (error) {
    database.close();
    throw asStorageError(error, "Taking the archive's lock", archiveDir);
  }
  return {
    holder,
    async release() {
      if (!database.isOpen) return;
      await rm(notice, { force: true });
      database.close();
    },
  };
}

/** Reads who holds an archive, as far as `lock.json` tells; it may be left over from a killed process. */
export async function findLockHolder(archiveDir: string): Promise<LockHolder | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(join(archiveDir, "lock.json"), "utf8"));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function lockDatabase(archiveDir: string, notice: string): Promise<DatabaseSync> {
  const path = join(archiveDir, "lock.sqlite");
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec("PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");
    return database;
  } catch (error) {
    database?.close();
    throw await explain(error, archiveDir, notice);
  }
}

async function explain(error: unknown, archiveDir: string, notice: string): Promise<unknown> {
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
  if (code === SQLITE_BUSY || code === SQLITE_LOCKED) {
    const holder = await findLockHolder(archiveDir);
    const who = holder === undefined ? "another process" : describe(holder);
    return new LockedError(`Write to "${archiveDir}" failed, ${who} has it: wait until it ends, or stop it`, {
      cause: error,
    });
  }
  if (code === SQLITE_CANTOPEN || code === SQLITE_READONLY) {
    const reason = existsSync(archiveDir)
      ? "this account may not write there, or the disk is read-only; change the folder's owner or permissions"
      : "there is no such folder; check the path";
    return new StorageError(`Taking the archive's lock stopped at "${notice}": ${reason}`, { cause: error });
  }
  return asStorageError(error, "Taking the archive's lock", archiveDir);
}

function describe(holder: LockHolder): string {
  return `"${holder.command}" (process ${holder.pid} on ${holder.host}, since ${holder.since})`;
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== "object" || value === null) return false;
  const holder = value as Record<string, unknown>; // an object of unknown shape, looked at field by field
  return (
    typeof holder["pid"] === "number" &&
    typeof holder["host"] === "string" &&
    typeof holder["command"] === "string" &&
    typeof holder["since"] === "string"
  );
}
