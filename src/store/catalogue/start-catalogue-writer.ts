import { Worker } from "node:worker_threads";
import { StorageError } from "../../terms/index.ts";
import { WRITER_METHODS, type CatalogueWriter } from "./catalogue-writer.ts";
import type { CatalogueWriterOptions } from "./open-catalogue-writer.ts";
import type { StorePaths } from "./store-paths.ts";
import { errorOfNote, type WriterAnswer, type WriterCall, type WriterMethod } from "./writer-protocol.ts";
import type { WriterWorkerData } from "./writer-worker.ts";

const ENTRY = new URL(`./writer-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the writer in a thread of its own and gives its methods; errors come back with their class.
 *
 * @throws CatalogueError when the catalogue is damaged or from another version, LockedError when another process writes to it.
 */
export async function startCatalogueWriter(
  paths: StorePaths,
  options: CatalogueWriterOptions = {},
): Promise<CatalogueWriter> {
  const worker = new Worker(ENTRY, {
    workerData: { paths, options } satisfies WriterWorkerData,
    // batches come and go: a small young generation keeps 50 MB less of them, at no cost in time
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const waiting = new Map<number, Waiting>();
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on("message", (answer: WriterAnswer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) call?.resolve(answer.value);
    else call?.reject(errorOfNote(answer.error));
  });
  worker.on("error", (cause) =>
    end(
      new StorageError("Cannot write the catalogue: the writer failed: run the same command again", {
        cause,
      }),
    ),
  );
  worker.on("exit", () =>
    end(new StorageError("Cannot write the catalogue: the writer has ended: run the same command again")),
  );
  const answerTo = async (id: number): Promise<unknown> =>
    ended === undefined
      ? await new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
      : await Promise.reject(ended);

  await answerTo(0);
  let lastId = 0;
  const methods = WRITER_METHODS.map((method: WriterMethod) => [
    method,
    async (...args: readonly unknown[]): Promise<unknown> => {
      const id = ++lastId;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      if (ended === undefined) worker.postMessage({ id, method, args } satisfies WriterCall);
      return await answerTo(id);
    },
  ]);
  return Object.fromEntries(methods) as CatalogueWriter; // one entry per name in WRITER_METHODS, which lists them all
}
