/** The thread of the one writer: takes calls in order, one transaction each. */
import { parentPort, workerData } from "node:worker_threads";
import type { CatalogueWriter } from "./catalogue-writer.ts";
import { openCatalogueWriter, type CatalogueWriterOptions } from "./open-catalogue-writer.ts";
import type { StorePaths } from "./store-paths.ts";
import { noteError, type WriterAnswer, type WriterCall } from "./writer-protocol.ts";

/** What the thread is started with. */
export interface WriterWorkerData {
  readonly paths: StorePaths;
  readonly options: CatalogueWriterOptions;
}

const port = parentPort;
if (port === null) throw new Error("Start writer-worker as a worker thread");
const { paths, options } = workerData as WriterWorkerData;

const opened = await settle(0, async () => openCatalogueWriter(paths, options));
if (opened.ok) {
  serve(opened.value as CatalogueWriter);
  port.postMessage({ id: 0, ok: true, value: undefined } satisfies WriterAnswer);
} else {
  port.postMessage(opened);
}

function serve(writer: CatalogueWriter): void {
  let last: Promise<unknown> = Promise.resolve();
  port?.on("message", ({ id, method, args }: WriterCall) => {
    // each method takes the arguments its caller was checked for: startCatalogueWriter gives the same interface
    const call = async (): Promise<unknown> =>
      (writer[method] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
    last = last.then(async () => {
      port.postMessage(await settle(id, call));
      if (method === "close") port.close();
    });
  });
}

async function settle(id: number, work: () => Promise<unknown>): Promise<WriterAnswer> {
  try {
    return { id, ok: true, value: await work() };
  } catch (error) {
    return { id, ok: false, error: noteError(error) };
  }
}
