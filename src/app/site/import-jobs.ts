import { randomBytes } from "node:crypto";
import { FanlightError, NotFoundError } from "../../terms/index.ts";
import type { AppContext } from "../context.ts";
import { maskWords } from "../mask-words.ts";
import type { ImportProgress } from "../site-use-cases.ts";
import { importPile } from "../write/import-pile.ts";

/** Imports that run in this process, started from the keeper's page. */
export interface ImportJobs {
  /** Starts an import; `done` is called when it has ended, however. */
  start(name: string, folder: string, done: () => Promise<void>): string;
  progress(id: string): ImportProgress;
  watch(id: string, signal: AbortSignal): AsyncIterable<ImportProgress>;
  stop(id: string): void;
  /** Newest first. */
  list(): readonly ImportProgress[];
  /** Stops all, and waits for them. */
  close(): Promise<void>;
}

interface Job {
  progress: ImportProgress;
  readonly stop: AbortController;
  ended: Promise<void>;
}

const TELL_MS = 250;

/** Makes the list of jobs of one server; it ends with the server, while what was imported stays. */
export function createImportJobs(archive: string, context: AppContext): ImportJobs {
  const jobs = new Map<string, Job>();
  const getJob = (id: string): Job => {
    const job = jobs.get(id);
    if (!job) throw new NotFoundError("Nothing is here");
    return job;
  };
  return {
    start(name, folder, done) {
      const id = randomBytes(9).toString("base64url");
      const job: Job = {
        progress: beginProgress(id, name),
        stop: new AbortController(),
        ended: Promise.resolve(),
      };
      jobs.set(id, job);
      job.ended = runJob(job, archive, folder, context).finally(done);
      return id;
    },
    progress: (id) => getJob(id).progress,
    async *watch(id, signal) {
      const job = getJob(id);
      let told: ImportProgress | undefined;
      while (!signal.aborted) {
        if (job.progress !== told) yield (told = job.progress);
        if (told.state !== "running") return;
        await Promise.race([job.ended, new Promise((resolve) => setTimeout(resolve, TELL_MS))]);
      }
    },
    stop: (id) => getJob(id).stop.abort(),
    list: () => [...jobs.values()].map((job) => job.progress).toReversed(),
    async close() {
      for (const job of jobs.values()) job.stop.abort();
      await Promise.all([...jobs.values()].map((job) => job.ended));
    },
  };
}

async function runJob(job: Job, archive: string, folder: string, context: AppContext): Promise<void> {
  try {
    const report = await importPile(archive, {
      ...context,
      paths: [folder],
      name: job.progress.name,
      stop: job.stop.signal,
      onProgress(counts) {
        const lane = (done: number) => ({ done, total: counts.total });
        const left = counts.total - counts.catalogued;
        job.progress = {
          ...job.progress,
          lanes: {
            kept: lane(counts.kept),
            read: lane(counts.read),
            understood: lane(counts.understood),
            catalogued: lane(counts.catalogued),
          },
          perSecond: Math.round(counts.perSecond),
          secondsLeft: counts.perSecond > 0 ? Math.ceil(left / counts.perSecond) : null,
          lastFile: maskWords(counts.lastFile),
        };
      },
    });
    job.progress = {
      ...job.progress,
      state: report.stopped ? "stopped" : "done",
      rescueId: report.accessions[0] ?? null,
      secondsLeft: null,
      storiesReady: report.stories,
      damaged: report.issues.length,
    };
  } catch (error) {
    const failure =
      error instanceof FanlightError
        ? error.message
        : "Something went wrong that should not: look at the server's own messages";
    job.progress = { ...job.progress, state: "failed", secondsLeft: null, failure };
    if (!(error instanceof FanlightError)) console.error(error);
  }
}

function beginProgress(jobId: string, name: string): ImportProgress {
  const lane = (done: number) => ({ done, total: null });
  return {
    jobId,
    name,
    state: "running",
    rescueId: null,
    lanes: { kept: lane(0), read: lane(0), understood: lane(0), catalogued: lane(0) },
    perSecond: 0,
    secondsLeft: null,
    lastFile: null,
    storiesReady: 0,
    questions: 0,
    damaged: 0,
    failure: null,
  };
}
