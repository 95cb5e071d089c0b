import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  importPile,
  initArchive,
  listChecklists,
  openRescues,
  type ImportReport,
} from "../../src/app/index.ts";

/** Instants of a test stand still: nothing derived may depend on them. */
export const context = { env: {}, now: () => "2026-11-22T12:00:00.000Z" };

/** A folder of its own for one test, gone when it ends. */
export async function makeFolder(): Promise<{ readonly dir: string } & AsyncDisposable> {
  const dir = await mkdtemp(join(tmpdir(), "fanlight-"));
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) };
}

/** Writes a pile of files by path. */
export async function writePile(
  dir: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
  return dir;
}

/** Makes an empty archive in a folder. */
export async function makeArchive(dir: string): Promise<string> {
  return (await initArchive({ dir, now: context.now, name: "A test archive" })).dir;
}

/** Imports a pile as the command does, without talk. */
export async function take(archive: string, ...paths: readonly string[]): Promise<ImportReport> {
  const quiet = { stop: new AbortController().signal, onProgress: () => undefined };
  return await importPile(archive, { ...context, ...quiet, paths });
}

/** Opens every rescue of an archive, checklist and all. */
export async function openAll(archive: string): Promise<void> {
  const lists = await listChecklists(archive, context);
  await openRescues(
    archive,
    context,
    lists.map((list) => ({ rescue: list.rescueId, stamp: list.stamp })),
  );
}

/** Every file below a folder with its bytes: what somebody with the disk in hand could read. */
export async function* readEverything(
  dir: string,
): AsyncGenerator<{ readonly path: string; readonly bytes: Buffer }> {
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      yield { path, bytes: await readFile(path) };
    }
  }
}
