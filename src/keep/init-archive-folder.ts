import { randomBytes } from "node:crypto";
import { access, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../terms/index.ts";
import { guardStorage } from "./guard-storage.ts";
import { makeStorageRoot, ROOT_DECLARATION } from "./ocfl/make-storage-root.ts";
import { KEPT_OUT_KEY, KEY_BYTES, keyPath } from "./sealed-paths.ts";
import { writeDurably } from "./write-durably.ts";

// What an `init` that was killed can have left, and what desktops put into every folder.
const OWN_ENTRIES: ReadonlySet<string> = new Set([
  "originals",
  "journal",
  "sealed",
  "staging",
  "vocabularies",
  "fanlight.toml",
  "lock.json",
  "lock.sqlite",
  ".DS_Store",
  "Thumbs.db",
  "lost+found",
]);

/**
 * Makes the folders of an archive - `originals/`, `journal/`, `sealed/keys/` - and the archive's own secret.
 *
 * Runs again without harm: it completes what a killed run began and changes nothing that is there.
 * @throws UsageError when the folder holds something else; StorageError when the disk refuses.
 */
export async function initArchiveFolder(archiveDir: string): Promise<void> {
  await guardStorage("Making the archive", archiveDir, async () => {
    await mkdir(archiveDir, { recursive: true });
    const strangers = (await readdir(archiveDir)).filter((name) => !OWN_ENTRIES.has(name));
    if (strangers.length > 0 && !(await isArchiveFolder(archiveDir))) {
      throw new UsageError(
        `Make an archive in "${archiveDir}" failed, it holds other files: name a new or empty folder`,
      );
    }
    await mkdir(join(archiveDir, "journal"), { recursive: true });
    await mkdir(join(archiveDir, "sealed", "keys"), { recursive: true, mode: 0o700 });
    const secret = keyPath(archiveDir, KEPT_OUT_KEY);
    if (!(await exists(secret))) await writeDurably(secret, randomBytes(KEY_BYTES), 0o600);
    await makeStorageRoot(join(archiveDir, "originals"));
  });
}

/** Whether a folder is an archive: its originals say so. */
export function isArchiveFolder(archiveDir: string): Promise<boolean> {
  return exists(join(archiveDir, "originals", ROOT_DECLARATION));
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
