import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { DerivedOriginal } from "../../store/index.ts";
import { StorageError } from "../../terms/index.ts";
import type { DeriveAnswer, DeriveTask, DeriveWorkerData } from "./derive-worker.ts";

/** Few enough that memory stays flat and a stop is quick, many enough that messages cost nothing. */
const CHUNK = 16;

/** Worker threads that derive originals, as many at a time as the machine has cores. */
export interface DerivePool {
  /**
   * Derives all tasks and hands the results over in the order of the tasks, a chunk at a time.
   *
   * @throws StorageError when the archive's disk refuses the texts.
   */
  derive(tasks: readonly DeriveTask[]): AsyncIterable<readonly DerivedOriginal[]>;
  close(): Promise<void>;
}

const ENTRY = new URL(`./derive-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Starts the pool; `workers` defaults to the number of cores. */
export function openDerivePool(data: DeriveWorkerData, workers = availableParallelism()): DerivePool {
  const all = new Set<DeriveThread>();
  let closed = false;
  const start = (): DeriveThread => {
    const thread = startThread(data);
    all.add(thread);
    return thread;
  };
  const idle: DeriveThread[] = Array.from({ length: workers }, start);
  const waiting: ((thread: DeriveThread) => void)[] = [];
  const take = async (): Promise<DeriveThread> =>
    idle.pop() ?? (await new Promise<DeriveThread>((resolve) => waiting.push(resolve)));
  const giveBack = (thread: DeriveThread): void => {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  };
  const run = async (chunk: readonly DeriveTask[]): Promise<readonly DerivedOriginal[]> => {
    const thread = await take();
    try {
      const derived = await thread.run(chunk);
      giveBack(thread);
      return derived;
    } catch (error) {
      if (error instanceof StorageError) giveBack(thread);
      if (error instanceof StorageError || closed) throw error;
      // The thread died (out of memory, say): a new one goes on, and the file that did it is found one by one.
      all.delete(thread);
      giveBack(start());
      return chunk.length > 1
        ? (await Promise.all(chunk.map((task) => run([task])))).flat()
        : chunk.map(diedOf);
    }
  };
  return {
    async *derive(tasks) {
      const running: Promise<readonly DerivedOriginal[]>[] = [];
      for (let at = 0; at < tasks.length; at += CHUNK) {
        const result = run(tasks.slice(at, at + CHUNK));
        // Awaited in its turn; until then a failure must not count as unhandled.
        result.catch(() => undefined);
        running.push(result);
        if (running.length > workers * 2)
          yield await (running.shift() as Promise<readonly DerivedOriginal[]>);
      }
      for (const result of running) yield await result;
    },
    async close() {
      closed = true;
      await Promise.all(Array.from(all, (thread) => thread.close()));
    },
  };
}

interface DeriveThread {
  run(chunk: readonly DeriveTask[]): Promise<readonly DerivedOriginal[]>;
  close(): Promise<unknown>;
}

function startThread(data: DeriveWorkerData): DeriveThread {
  // A small nursery: what a chunk leaves behind is soon garbage, and threads must not each hoard it.
  const worker = new Worker(ENTRY, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
  const ready = once(worker);
  // A thread that ends before anybody asked it for anything is no failure.
  ready.catch(() => undefined);
  return {
    async run(chunk) {
      await ready;
      const answer = once(worker);
      worker.postMessage(chunk);
      const given = (await answer) as DeriveAnswer;
      if ("refused" in given) throw new StorageError(given.refused);
      return given.derived;
    },
    close: () => worker.terminate(),
  };
}

async function once(worker: Worker): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    const settle = (done: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      done();
    };
    const onMessage = (value: unknown): void => settle(() => resolve(value));
    const onError = (error: unknown): void =>
      settle(() => reject(error instanceof Error ? error : new Error(String(error))));
    const onExit = (code: number): void => settle(() => reject(new Error(`Worker ended: code ${code}`)));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}

function diedOf({ original }: DeriveTask): DerivedOriginal {
  const detail = "Reading it ended the reading program: it is kept, and left out";
  return { original, state: "unread", kind: "unreadable", readings: [], issues: [{ code: "R-031", detail }] };
}
