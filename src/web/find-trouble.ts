import { FanlightError, UsageError } from "../terms/index.ts";
import type { Trouble } from "../pages/TroublePage.tsx";

/** An error as a page tells it. */
export interface TroubleFound {
  readonly status: 400 | 403 | 404 | 409 | 410 | 413 | 421 | 500 | 503 | 507;
  readonly trouble: Trouble;
  /** Only of errors whose message is written for the person who asked. */
  readonly detail: string | null;
}

const BY_STATUS: Readonly<Record<number, Omit<TroubleFound, "detail">>> = {
  400: { status: 400, trouble: "bad-request" },
  403: { status: 403, trouble: "forged" },
  404: { status: 404, trouble: "not-found" },
  409: { status: 409, trouble: "locked" },
  410: { status: 410, trouble: "gone" },
  413: { status: 413, trouble: "too-large" },
  421: { status: 421, trouble: "wrong-host" },
  503: { status: 503, trouble: "rebuild" },
  507: { status: 507, trouble: "storage" },
};

const FAILED = { status: 500, trouble: "failed" } as const;

/** Says which page an error gets: the one place where errors become answers. */
export function findTrouble(error: unknown): TroubleFound {
  if (!(error instanceof FanlightError)) return { ...FAILED, detail: null };
  return {
    ...(BY_STATUS[error.httpStatus] ?? FAILED),
    detail: error instanceof UsageError ? error.message : null,
  };
}

/** The page for a status that no error stands behind. */
export function troubleOfStatus(status: 403 | 404 | 413 | 421): TroubleFound {
  return { ...(BY_STATUS[status] ?? FAILED), detail: null };
}
