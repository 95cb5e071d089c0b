import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Issue } from "../terms/index.ts";
import { journalFile, journalFolder } from "./journal-files.ts";
import type { JournalBreak } from "./scan-journal.ts";
import { writeDurably } from "./write-durably.ts";

/**
 * Moves a torn tail out of the journal into `journal/torn-<n>.txt` and says so in an issue.
 *
 * The copy is durable before the journal is cut, so that a crash between the two loses nothing.
 */
export async function setAsideTail(archiveDir: string, at: JournalBreak): Promise<Issue> {
  const path = journalFile(archiveDir, at.file);
  const handle = await open(path, "r+");
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(size - at.offset);
    await handle.read(tail, 0, tail.length, at.offset);
    const name = await keepTail(journalFolder(archiveDir), tail);
    await handle.truncate(at.offset);
    await handle.sync();
    return {
      code: "K-008",
      detail: `The last ${tail.length} bytes of the journal were cut short by a crash and stand in journal/${name} now.`,
      bytes: { start: at.offset, end: size },
    };
  } finally {
    await handle.close();
  }
}

async function keepTail(folder: string, tail: Buffer): Promise<string> {
  const names = new Set(await readdir(folder));
  for (let number = 1; ; number += 1) {
    const name = `torn-${number}.txt`;
    const path = join(folder, name);
    // The same bytes again: a crash came between keeping and cutting.
    if (names.has(name) && tail.equals(await readFile(path))) return name;
    if (names.has(name)) continue;
    await writeDurably(path, tail);
    return name;
  }
}
