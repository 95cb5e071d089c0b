import { mkdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { guardStorage } from "./guard-storage.ts";
import { objectFolder } from "./ocfl/object-folder.ts";
import { purgeFolder, stagingRoot } from "./staging-folder.ts";
import { syncFolder } from "./sync-folder.ts";

/**
 * Destroys an object whole, and the folders it leaves empty.
 *
 * It leaves the originals in one rename, so that no crash leaves half of it; `recoverOriginals()` ends what a crash cut short.
 * Purging what is not there does nothing.
 */
export async function purgeObject(archiveDir: string, objectId: string): Promise<void> {
  await guardStorage("Destroying originals", archiveDir, async () => {
    const root = join(archiveDir, "originals");
    const source = join(root, objectFolder(objectId));
    const grave = purgeFolder(archiveDir, objectId);
    await mkdir(grave, { recursive: true });
    await renameIfThere(source, join(grave, "object"));
    await pruneEmptyFolders(root, dirname(source));
    await rm(grave, { recursive: true, force: true });
    await syncFolder(stagingRoot(archiveDir));
  });
}

/** Removes `folder` and the folders above it as long as they are empty, up to `root`; OCFL forbids empty ones (E073). */
export async function pruneEmptyFolders(root: string, folder: string): Promise<void> {
  let at = folder;
  for (; at.length > root.length; at = dirname(at)) {
    try {
      await rmdir(at);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "ENOENT") continue;
      if (code === "ENOTEMPTY" || code === "EEXIST") break;
      throw error;
    }
  }
  await syncFolder(at);
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
