import { parentPort, workerData } from "node:worker_threads";
import { openTextStore } from "../../store/index.ts";
import type { Budget } from "../../terms/index.ts";
import type { DerivedOriginal } from "../../store/index.ts";
import { deriveOriginal, type OriginalToDerive } from "./derive-original.ts";
import { fileSource } from "./file-source.ts";
import { loadVocabulary } from "./load-vocabulary.ts";

/** What a derive worker is started with. */
export interface DeriveWorkerData {
  readonly archive: string;
  readonly textsDir: string;
  readonly budget: Budget;
}

/** One file to derive, and where its bytes lie. */
export interface DeriveTask {
  readonly original: OriginalToDerive;
  readonly file: string;
}

const { archive, textsDir, budget } = workerData as DeriveWorkerData;
const port = parentPort;
if (!port) throw new Error("Start derive-worker as a worker thread");

const vocabulary = await loadVocabulary(archive);
const texts = openTextStore(textsDir);

port.on("message", (tasks: readonly DeriveTask[]) => {
  void deriveAll(tasks).then((derived) => port.postMessage(derived));
});

async function deriveAll(tasks: readonly DeriveTask[]): Promise<DerivedOriginal[]> {
  const derived: DerivedOriginal[] = [];
  for (const task of tasks) derived.push(await deriveOne(task));
  return derived;
}

/** One bad file never stops a pile: whatever it does to a reader becomes an issue of that file. */
async function deriveOne({ original, file }: DeriveTask): Promise<DerivedOriginal> {
  const source = fileSource(file, original.path, original.sizeBytes);
  try {
    return await deriveOriginal(original, source, vocabulary, budget, (id, text) => texts.put(id, text));
  } catch (error) {
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
