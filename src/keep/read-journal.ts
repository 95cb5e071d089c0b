import { FixityError, type JournalLine } from "../terms/index.ts";
import { scanJournal } from "./scan-journal.ts";

/**
 * Reads the journal's lines in order, proving the chain on the way; needs no lock and changes nothing.
 *
 * A torn tail ends the reading: it was never acknowledged to anybody.
 * @param from - First sequence number wanted, default 1.
 * @throws FixityError where the chain breaks before the end.
 */
export async function* readJournal(archiveDir: string, from = 1): AsyncIterable<JournalLine> {
  for await (const found of scanJournal(archiveDir)) {
    if (found.type === "line") {
      if (found.line.seq >= from) yield found.line;
      continue;
    }
    if (found.at.torn) return;
    const { file, offset } = found.at;
    throw new FixityError(
      `Read the journal failed, its chain breaks in file ${file} at byte ${offset}: restore "journal" from a copy`,
    );
  }
}
