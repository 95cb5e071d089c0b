import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { guardStorage } from "./guard-storage.ts";
import { listObjectIds } from "./list-object-ids.ts";
import { findObjectId, formatObjectId } from "./object-id.ts";
import { objectFolder } from "./ocfl/object-folder.ts";
import { pruneEmptyFolders, purgeObject } from "./purge-object.ts";
import { objectOfStaging, stagingRoot } from "./staging-folder.ts";

/** An object and the redacted one that stands for it now. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/**
 * Clears up after a killed run: unfinished objects go, purges are ended, and erasures are made whole or undone.
 *
 * Only whoever holds the archive's lock may call it. An erasure is decided by the journal: where it names the replacement, the
 * old object is purged; where a redacted successor stands beside its old object and the journal does not know it, the
 * successor goes, as if the erasure had never begun.
 * @param replaced - All replacements the journal names.
 */
export async function recoverOriginals(archiveDir: string, replaced: readonly Replacement[]): Promise<void> {
  await guardStorage("Clearing up after the last run", archiveDir, async () => {
    await clearStaging(archiveDir);
    const ids = new Set(await listObjectIds(join(archiveDir, "originals")));
    const purged = new Set<string>();
    for (const { from, to } of replaced) {
      if (ids.has(from) && ids.has(to)) await purgeObject(archiveDir, from);
      purged.add(from);
    }
    for (const id of ids) {
      const before = predecessor(id);
      if (before !== undefined && ids.has(before) && !purged.has(before)) await purgeObject(archiveDir, id);
    }
  });
}

async function clearStaging(archiveDir: string): Promise<void> {
  const root = join(archiveDir, "originals");
  for (const name of await namesIn(stagingRoot(archiveDir))) {
    const { id, purge } = objectOfStaging(name);
    if (purge) {
      await purgeObject(archiveDir, id);
      continue;
    }
    await pruneEmptyFolders(root, dirname(join(root, objectFolder(id))));
    await rm(join(stagingRoot(archiveDir), name), { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function predecessor(objectId: string): string | undefined {
  const id = findObjectId(objectId);
  if (id === undefined || id.generation === 1) return undefined;
  return formatObjectId(id.accession, id.sequence, id.generation - 1);
}
