import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Folder of the journal. */
export function journalFolder(archiveDir: string): string {
  return join(archiveDir, "journal");
}

/** Path of the journal's `number`th file, from 1: `journal/000001.jsonl`. */
export function journalFile(archiveDir: string, number: number): string {
  return join(journalFolder(archiveDir), `${String(number).padStart(6, "0")}.jsonl`);
}

/** Numbers of the journal's files, in order; empty when there is no journal. */
export async function listJournalFiles(archiveDir: string): Promise<readonly number[]> {
  let names: readonly string[];
  try {
    names = await readdir(journalFolder(archiveDir));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return names
    .filter((name) => /^\d{6,}\.jsonl$/.test(name))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b);
}
