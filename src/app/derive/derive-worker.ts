import { parentPort, workerData } from "node:worker_threads";
// Not by the room's index: a thread that only writes texts need not load a database first.
import { openTextStore } from "../../store/texts/open-text-store.ts";
import { StorageError, type Budget } from "../../terms/index.ts";
import type { Vocabulary } from "../../vocabulary/index.ts";
import type { DerivedOriginal } from "../../store/index.ts";
import { deriveOriginal, type OriginalToDerive } from "./derive-original.ts";
import { fileSource } from "./file-source.ts";

/** What a derive worker is started with. */
export interface DeriveWorkerData {
  readonly textsDir: string;
  /** Parsed once and copied, as parsing takes longer than a small import. */
  readonly vocabulary: Vocabulary;
  readonly budget: Budget;
}

/** One file to derive, and where its bytes lie. */
export interface DeriveTask {
  readonly original: OriginalToDerive;
  readonly file: string;
}

/** What a worker answers: all that was derived, or why the archive's disk refused. */
export type DeriveAnswer = { readonly derived: readonly DerivedOriginal[] } | { readonly refused: string };

const { vocabulary, textsDir, budget } = workerData as DeriveWorkerData;
const port = parentPort;
if (!port) throw new Error("Start derive-worker as a worker thread");

const texts = openTextStore(textsDir);

port.on("message", (tasks: readonly DeriveTask[]) => {
  void deriveAll(tasks).then((answer) => port.postMessage(answer));
});

async function deriveAll(tasks: readonly DeriveTask[]): Promise<DeriveAnswer> {
  const derived: DerivedOriginal[] = [];
  try {
    for (const task of tasks) derived.push(await deriveOne(task));
    return { derived };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * One bad file never stops a pile: whatever it does to a reader becomes an issue of that file.
 *
 * @throws StorageError when the archive's own disk refuses: that is no fault of the file.
 */
async function deriveOne({ original, file }: DeriveTask): Promise<DerivedOriginal> {
  const source = fileSource(file, original.path, original.sizeBytes);
  try {
    return await deriveOriginal(original, source, vocabulary, budget, (id, text) => texts.put(id, text));
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const detail = `Reading it failed: ${error instanceof Error ? error.message : String(error)}`;
    return {
      original,
      state: "unread",
      kind: "unreadable",
      readings: [],
      issues: [{ code: "R-030", detail }],
    };
  }
}

port.postMessage("ready");
