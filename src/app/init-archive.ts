import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { initArchiveFolder, openJournal, takeLock } from "../keep/index.ts";
import { UsageError, type Clock } from "../terms/index.ts";
import { CONFIG_FILE } from "./config.ts";
import { withArchive } from "./write/change-rescues.ts";
import { ensureCurrent } from "./write/ensure-current.ts";

export interface InitRequest {
  readonly dir: string;
  readonly name?: string;
  readonly now: Clock;
}

/**
 * Makes an empty archive in a folder.
 *
 * @throws UsageError when the folder holds something else, or an archive already.
 */
export async function initArchive({ dir, name, now }: InitRequest): Promise<{ readonly dir: string }> {
  if (existsSync(join(dir, CONFIG_FILE)))
    throw new UsageError(`Make an archive in "${dir}" failed, it is one already: name another folder`);
  await initArchiveFolder(dir);
  const lock = await takeLock(dir, { command: "init", now: now() });
  try {
    await mkdir(join(dir, "vocabularies"), { recursive: true });
    const journal = await openJournal(dir, now);
    // An init that was killed may have got this far.
    if (journal.head.seq === 0) await journal.append([{ type: "archive-made", version: 1 }]);
    await journal.close();
    // Last, as its presence is what makes the folder an archive.
    await writeFile(join(dir, CONFIG_FILE), settingsText(name ?? "An archive of rescued stories"));
  } finally {
    await lock.release();
  }
  // An empty catalogue, so that pages have something to open before the first import.
  await withArchive(dir, { env: {}, now }, "fanlight init", ensureCurrent);
  return { dir };
}

function settingsText(name: string): string {
  return [
    "# The settings of this archive; docs/operator/settings.md explains each.",
    `name = ${JSON.stringify(name)}`,
    'about = "Every file kept as its author left it."',
    "",
    "# Servers listen on this computer only, unless told otherwise.",
    'host = "127.0.0.1"',
    "port = 7300",
    "",
    "[limits]",
    "# Longer texts are kept whole and read up to here.",
    "text_megabytes = 64",
    "",
  ].join("\n");
}
