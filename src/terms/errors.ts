/** The exit codes of every command; `docs/operator/commands.md` lists them. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  questions: 3,
  fixity: 4,
  locked: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Cannot go on. Trouble in the material is an `Issue` instead.
 *
 * Messages: sentence case, no full stop, the action first, values quoted, then a colon and what to do.
 */
export class FanlightError extends Error {
  override readonly name: string = "FanlightError";
  readonly exitCode: ExitCode = EXIT.failed;
  readonly httpStatus: number = 500;
}

/** The caller asked for something that makes no sense. */
export class UsageError extends FanlightError {
  override readonly name = "UsageError";
  override readonly exitCode = EXIT.usage;
  override readonly httpStatus = 400;
}

/** What was asked for is not there, or not for this viewer. */
export class NotFoundError extends FanlightError {
  override readonly name = "NotFoundError";
  override readonly httpStatus = 404;
}

/** Withdrawn or erased: it was here and is no longer. Carries no title, no name, no reason. */
export class GoneError extends FanlightError {
  override readonly name = "GoneError";
  override readonly httpStatus = 410;
}

/** Another process is writing to this archive. */
export class LockedError extends FanlightError {
  override readonly name = "LockedError";
  override readonly exitCode = EXIT.locked;
  override readonly httpStatus = 409;
}

/** Bytes are not what the record says they are. */
export class FixityError extends FanlightError {
  override readonly name = "FixityError";
  override readonly exitCode = EXIT.fixity;
}

/** The catalogue is from another version, or damaged; `fanlight rebuild` makes it again. */
export class CatalogueError extends FanlightError {
  override readonly name = "CatalogueError";
  override readonly httpStatus = 503;
}

/** The disk is full, read-only or otherwise refuses. */
export class StorageError extends FanlightError {
  override readonly name = "StorageError";
  override readonly httpStatus = 507;
}
