import { StorageError } from "../terms/index.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full; free some space, then run the same command again",
  EDQUOT: "the disk quota is used up; free some space, then run the same command again",
  EFBIG: "the file is larger than the disk allows; move the archive to another file system",
  EROFS: "the disk is read-only; mount it for writing, or copy the archive to another disk",
  EACCES: "this account may not write there; change the folder's owner or permissions",
  EPERM: "this account may not write there; change the folder's owner or permissions",
  EIO: "the disk reports an error; check the disk before anything else",
  EXDEV: "it lies on another disk than the archive folder; keep the archive on one file system",
  EMFILE: "too many files are open; raise the limit (ulimit -n), then run the same command again",
  ENFILE: "too many files are open on this machine; close some programs, then try again",
};

/**
 * Gives a `StorageError` that says what, where and what to do, for an error of the file system.
 *
 * Any other error comes back as it is, so that `throw asStorageError(error, ...)` is always right.
 * @param action - What was being done, as a noun phrase: `Keeping originals`.
 * @param where - The path it happened at.
 */
export function asStorageError(error: unknown, action: string, where: string): unknown {
  if (!(error instanceof Error) || error instanceof StorageError) return error;
  const code = "code" in error ? error.code : undefined;
  const reason = typeof code === "string" ? REASONS[code] : undefined;
  if (reason === undefined) return error;
  return new StorageError(`${action} stopped at "${where}": ${reason}`, { cause: error });
}
