import { hash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import {
  FixityError,
  StorageError,
  type Clock,
  type Issue,
  type JournalEvent,
  type JournalLine,
} from "../terms/index.ts";
import { asStorageError } from "./as-storage-error.ts";
import { guardStorage } from "./guard-storage.ts";
import { journalFile, journalFolder, listJournalFiles } from "./journal-files.ts";
import { formatJournalLine, NO_LINE } from "./journal-line.ts";
import { readJournal } from "./read-journal.ts";
import { scanJournal, type JournalHead } from "./scan-journal.ts";
import { setAsideTail } from "./set-aside-tail.ts";
import { syncFolder } from "./sync-folder.ts";

const ACTION = "Writing the journal";
const ROTATE_BYTES = 16 * 1024 * 1024;

/** The journal, open for its one writer; whoever opens it holds the archive's lock. */
export interface Journal {
  /** The last line that is durable. */
  readonly head: JournalHead;
  /** What opening set aside: a tail that a crash cut short. */
  readonly issues: readonly Issue[];
  /**
   * Writes events as lines and gives them once they are durable. Calls that come while the disk is busy share one write and
   * one sync; their order is the order of the calls.
   *
   * @throws StorageError when the disk refuses; none of the events is in the journal then.
   */
  append(events: readonly JournalEvent[]): Promise<readonly JournalLine[]>;
  /** Durable lines in order, from a sequence number on. */
  lines(from?: number): AsyncIterable<JournalLine>;
  close(): Promise<void>;
}

/** Options of `openJournal()`. */
export interface JournalOptions {
  /** A file that has grown to this size is followed by a new one; default 16 MiB. */
  readonly rotateBytes?: number;
}

interface Waiting {
  readonly events: readonly JournalEvent[];
  readonly resolve: (lines: readonly JournalLine[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Opens the journal for writing: proves its chain, and sets a torn tail aside.
 *
 * @param clock - Tells the instant that each line gets.
 * @throws FixityError when the chain breaks anywhere but at the end; StorageError when the disk refuses.
 */
export async function openJournal(
  archiveDir: string,
  clock: Clock,
  options: JournalOptions = {},
): Promise<Journal> {
  return guardStorage(ACTION, archiveDir, () =>
    openAt(archiveDir, clock, options.rotateBytes ?? ROTATE_BYTES),
  );
}

async function openAt(archiveDir: string, clock: Clock, rotateBytes: number): Promise<Journal> {
  const { head: found, issues } = await recoverHead(archiveDir);
  let head = found;
  let number = (await listJournalFiles(archiveDir)).at(-1) ?? 1;
  let handle = await openFile(archiveDir, number);
  let size = (await handle.stat()).size;
  let waiting: Waiting[] = [];
  let flushing: Promise<void> | undefined;
  let broken: unknown;

  async function write(batch: readonly Waiting[]): Promise<void> {
    if (broken !== undefined) throw broken;
    if (size >= rotateBytes) await rotate();
    const made = makeLines(batch, head, clock);
    try {
      await writeAll(handle, made.bytes);
      await handle.datasync();
    } catch (error) {
      await undo(error);
      throw error;
    }
    size += made.bytes.length;
    head = made.head;
    for (const [place, { resolve }] of batch.entries()) resolve(made.lines[place] ?? []);
  }

  // A half-written line must not stay, as the next one would then follow nothing.
  async function undo(cause: unknown): Promise<void> {
    try {
      await handle.truncate(size);
      await handle.sync();
    } catch {
      const message = `Write the journal again failed: free the disk, then start the command anew`;
      broken = new StorageError(message, { cause });
    }
  }

  async function rotate(): Promise<void> {
    const next = await openFile(archiveDir, number + 1);
    await handle.close();
    handle = next;
    number += 1;
    size = 0;
  }

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await write(batch);
      } catch (error) {
        const refusal = asStorageError(error, ACTION, journalFile(archiveDir, number));
        for (const { reject } of batch) reject(refusal);
      }
    }
    flushing = undefined;
  }

  return {
    get head() {
      return head;
    },
    issues,
    append(events) {
      if (events.length === 0) return Promise.resolve([]);
      return new Promise((resolve, reject) => {
        waiting.push({ events, resolve, reject });
        flushing ??= Promise.resolve().then(flush);
      });
    },
    async *lines(from = 1) {
      const last = head.seq;
      for await (const line of readJournal(archiveDir, from)) {
        if (line.seq > last) return;
        yield line;
      }
    },
    async close() {
      await flushing;
      broken = new StorageError("Write the journal failed, it is closed: open it again");
      await handle.close();
    },
  };
}

async function recoverHead(archiveDir: string): Promise<{ head: JournalHead; issues: readonly Issue[] }> {
  let head: JournalHead = { seq: 0, hash: NO_LINE };
  for await (const found of scanJournal(archiveDir)) {
    if (found.type === "line") {
      head = { seq: found.line.seq, hash: found.hash };
      continue;
    }
    const { file, offset, torn } = found.at;
    if (torn) return { head, issues: [await setAsideTail(archiveDir, found.at)] };
    throw new FixityError(
      `Open the journal failed, its chain breaks in file ${file} at byte ${offset}: restore "journal" from a copy`,
    );
  }
  return { head, issues: [] };
}

async function openFile(archiveDir: string, number: number): Promise<FileHandle> {
  const handle = await open(journalFile(archiveDir, number), "a");
  await syncFolder(journalFolder(archiveDir));
  return handle;
}

interface Made {
  readonly bytes: Buffer;
  readonly head: JournalHead;
  /** Lines of each waiting call. */
  readonly lines: readonly (readonly JournalLine[])[];
}

function makeLines(batch: readonly Waiting[], from: JournalHead, clock: Clock): Made {
  let head = from;
  const texts: string[] = [];
  const lines: JournalLine[][] = [];
  for (const { events } of batch) {
    const own: JournalLine[] = [];
    for (const event of events) {
      const line = { seq: head.seq + 1, at: clock(), previous: head.hash, event };
      const text = formatJournalLine(line.seq, line.at, line.previous, event);
      texts.push(`${text}\n`);
      own.push(line);
      head = { seq: line.seq, hash: hash("sha256", text) };
    }
    lines.push(own);
  }
  return { bytes: Buffer.from(texts.join("")), head, lines };
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    at += bytesWritten;
  }
}
