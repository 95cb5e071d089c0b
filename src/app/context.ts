import type { Clock } from "../terms/index.ts";

/** What every use case needs of the world outside. */
export interface AppContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Clock;
}

/** How far an import or a rebuild is. */
export interface ImportProgressCounts {
  readonly kept: number;
  readonly read: number;
  readonly understood: number;
  readonly catalogued: number;
  readonly total: number;
  /** Originals catalogued a second, since the start. */
  readonly perSecond: number;
  readonly lastFile: string;
  readonly elapsedMs: number;
}

/** What a long use case needs besides: how to tell, and when to stop. */
export interface LongContext extends AppContext {
  /** Aborted: end after the current file. */
  readonly stop: AbortSignal;
  readonly onProgress: (progress: ImportProgressCounts) => void;
}
