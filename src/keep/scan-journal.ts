import { hash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { JournalLine } from "../terms/index.ts";
import { findJournalLine, NO_LINE } from "./journal-line.ts";
import { journalFile, listJournalFiles } from "./journal-files.ts";

const LINE_FEED = 0x0a;

/** The last sound line: its number, and its sha256, which the next line will name. */
export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

/** Where the chain breaks. */
export interface JournalBreak {
  readonly file: number;
  /** Offset of the first byte that does not belong to the chain. */
  readonly offset: number;
  /** Whether nothing sound follows: a write that a crash cut short, not damage. */
  readonly torn: boolean;
}

/** What a scan yields: sound lines in order, then the break where there is one. */
export type Scanned =
  | { readonly type: "line"; readonly line: JournalLine; readonly hash: string; readonly file: number }
  | { readonly type: "break"; readonly at: JournalBreak };

/**
 * Reads a journal from its first line, proving the chain on the way; memory stays flat.
 *
 * It ends at the first line that is cut short, is no line, or does not follow from the one before it.
 */
export async function* scanJournal(archiveDir: string): AsyncIterable<Scanned> {
  const files = await listJournalFiles(archiveDir);
  let head: JournalHead = { seq: 0, hash: NO_LINE };
  for (const [place, file] of files.entries()) {
    let offset = 0;
    for await (const { bytes, whole } of linesOf(journalFile(archiveDir, file))) {
      const line = whole ? findJournalLine(bytes.toString("utf8")) : undefined;
      if (file !== place + 1 || line === undefined || !follows(line, head)) {
        const torn = file === files.at(-1) && !(await soundLineAfter(archiveDir, file, offset, head));
        yield { type: "break", at: { file, offset, torn } };
        return;
      }
      head = { seq: line.seq, hash: hash("sha256", bytes) };
      yield { type: "line", line, hash: head.hash, file };
      offset += bytes.length + 1;
    }
  }
}

function follows(line: JournalLine, head: JournalHead): boolean {
  return line.seq === head.seq + 1 && line.previous === head.hash;
}

// A line behind the break that was written after more lines than we can prove: something in between was changed.
async function soundLineAfter(
  archiveDir: string,
  file: number,
  offset: number,
  head: JournalHead,
): Promise<boolean> {
  for await (const { bytes, whole } of linesOf(journalFile(archiveDir, file), offset)) {
    const line = whole ? findJournalLine(bytes.toString("utf8")) : undefined;
    if (line !== undefined && line.seq > head.seq) return true;
  }
  return false;
}

interface LineBytes {
  readonly bytes: Buffer;
  /** Whether the line end is there. */
  readonly whole: boolean;
}

async function* linesOf(path: string, start = 0): AsyncIterable<LineBytes> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { start, highWaterMark: 256 * 1024 })) {
    let buffer: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = buffer.indexOf(LINE_FEED); end !== -1; end = buffer.indexOf(LINE_FEED)) {
      yield { bytes: buffer.subarray(0, end), whole: true };
      buffer = buffer.subarray(end + 1);
    }
    rest = buffer;
  }
  if (rest.length > 0) yield { bytes: rest, whole: false };
}
