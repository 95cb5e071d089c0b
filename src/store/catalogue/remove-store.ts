import { rmSync } from "node:fs";
import type { StorePaths } from "./store-paths.ts";

/** Deletes a catalogue, its search index and its texts; does nothing where there are none. Close them first. */
export function removeStore(paths: StorePaths): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(paths.catalogue + end, { force: true });
  rmSync(paths.search, { recursive: true, force: true });
  rmSync(paths.texts, { recursive: true, force: true });
}
