/** A process that a test lets die: imports a pile with the built program, and kills itself at the place it was told. */
import { Worker } from "node:worker_threads";
import type * as App from "../../src/app/index.ts";

/** What the process is told, as JSON in its one argument. */
export interface ChildTask {
  readonly action: "import" | "rebuild" | "erase";
  readonly archive: string;
  readonly paths: readonly string[];
  readonly objectFiles: number;
  /** A work's id, to erase. */
  readonly work?: string;
  /** Die this many milliseconds after progress was told so many times. */
  readonly killAt?: { readonly report: number; readonly delayMs: number };
}

const task = JSON.parse(process.argv[2] ?? "") as ChildTask;
const reports = new Int32Array(new SharedArrayBuffer(4));
const built = new URL("../../dist/app/index.js", import.meta.url).href;
const app = (await import(built)) as typeof App;
const died = task.killAt ? startKiller(task.killAt) : Promise.resolve();
const request: App.ImportRequest = {
  paths: task.paths,
  objectFiles: task.objectFiles,
  env: process.env,
  now: () => new Date().toISOString(),
  stop: new AbortController().signal,
  onProgress: () => {
    Atomics.add(reports, 0, 1);
    Atomics.notify(reports, 0);
  },
};
if (task.action === "import") await app.importPile(task.archive, request);
else if (task.action === "rebuild") await app.rebuildCatalogue(task.archive, request);
else await app.eraseWork(task.archive, task.work ?? "", request);
const told = reports[0];
// Whoever was to die later dies now: a run that goes on has less to tell.
Atomics.store(reports, 0, 2 ** 30);
Atomics.notify(reports, 0);
process.stdout.write(`${JSON.stringify({ reports: told })}\n`);
await died;

/** In a thread of its own, so that death comes in the middle of whatever the others are doing. */
async function startKiller(killAt: { readonly report: number; readonly delayMs: number }): Promise<never> {
  const code = `
    const { workerData: { reports, report, delayMs } } = require("node:worker_threads");
    for (let seen = Atomics.load(reports, 0); seen < report; seen = Atomics.load(reports, 0)) Atomics.wait(reports, 0, seen, 1000);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delayMs);
    process.kill(process.pid, "SIGKILL");
  `;
  const killer = new Worker(code, { eval: true, workerData: { reports, ...killAt } });
  return await new Promise<never>((_, reject) => killer.on("error", reject));
}
