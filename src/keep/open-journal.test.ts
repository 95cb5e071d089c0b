import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { FixityError, type JournalEvent } from "../terms/index.ts";
import { journalFile } from "./journal-files.ts";
import { openJournal } from "./open-journal.ts";
import { readJournal } from "./read-journal.ts";
import { verifyJournal } from "./verify-journal.ts";

const clock = (): string => "2026-01-02T03:04:05.678Z";

function makeArchive(): string {
  const archive = makeTemporaryFolder();
  mkdirSync(join(archive, "journal"));
  return archive;
}

function opened(accession: string): JournalEvent {
  return { type: "opened", version: 1, accession };
}

async function write(archive: string, count: number, rotateBytes?: number): Promise<void> {
  const journal = await openJournal(archive, clock, rotateBytes === undefined ? {} : { rotateBytes });
  for (let n = 1; n <= count; n += 1) await journal.append([opened(`r${n}`)]);
  await journal.close();
}

async function expectTorn(archive: string): Promise<void> {
  const journal = await openJournal(archive, clock);
  expect(journal.issues.length).toBe(1);
  await journal.close();
}

async function accessions(
  lines: AsyncIterable<{ readonly event: JournalEvent }>,
): Promise<readonly string[]> {
  const all = [];
  for await (const { event } of lines) all.push("accession" in event ? event.accession : event.type);
  return all;
}

describe("openJournal()", () => {
  test("gives lines numbers, instants and the digest of the line before", async () => {
    const archive = makeArchive();
    const journal = await openJournal(archive, clock);
    const [first, second] = await journal.append([{ type: "archive-made", version: 1 }, opened("r1")]);
    expect(first).toMatchObject({ seq: 1, at: clock(), event: { type: "archive-made" } });
    expect(first?.previous).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(second).toMatchObject({ seq: 2 });
    expect(await Array.fromAsync(journal.lines())).toEqual([first, second]);
    expect(await Array.fromAsync(journal.lines(2))).toEqual([second]);
    await journal.close();
    const again = await openJournal(archive, clock);
    expect(again.head).toEqual(journal.head);
    const [third] = await again.append([opened("r2")]);
    expect(third?.previous).toBe(journal.head.hash);
    await again.close();
    expect(await verifyJournal(archive)).toBe(3);
  });

  test("keeps the order of calls that share a write", async () => {
    const archive = makeArchive();
    const journal = await openJournal(archive, clock);
    const calls = Array.from({ length: 200 }, (_, n) => journal.append([opened(`r${n}`), opened(`s${n}`)]));
    const lines = (await Promise.all(calls)).flat();
    expect(lines.map((line) => line.seq)).toEqual(Array.from({ length: 400 }, (_, n) => n + 1));
    await journal.close();
    expect(await verifyJournal(archive)).toBe(400);
  });

  test("begins a new file when one is full, the chain going on", async () => {
    const archive = makeArchive();
    await write(archive, 20, 500);
    await write(archive, 20, 500);
    expect(readdirSync(join(archive, "journal")).length).toBeGreaterThan(5);
    expect((await accessions(readJournal(archive))).length).toBe(40);
  });

  test("sets a tail aside wherever a crash cut it, and loses no line before it", async () => {
    const whole = makeArchive();
    await write(whole, 3);
    const bytes = readFileSync(journalFile(whole, 1));
    const third = bytes.lastIndexOf("\n", bytes.length - 2) + 1;
    for (let length = third + 1; length < bytes.length; length += 7) {
      const archive = makeArchive();
      writeFileSync(journalFile(archive, 1), bytes.subarray(0, length));
      expect(await accessions(readJournal(archive))).toEqual(["r1", "r2"]);
      const journal = await openJournal(archive, clock);
      expect(journal.issues).toMatchObject([{ code: "K-008", bytes: { start: third, end: length } }]);
      expect(readFileSync(join(archive, "journal/torn-1.txt")).equals(bytes.subarray(third, length))).toBe(
        true,
      );
      await journal.append([opened("r3")]);
      await journal.close();
      expect(readFileSync(journalFile(archive, 1)).equals(bytes)).toBe(true);
    }
  });

  test("sets zeros and half a batch aside, and keeps each torn tail under its own name", async () => {
    const archive = makeArchive();
    await write(archive, 2);
    appendFileSync(journalFile(archive, 1), Buffer.alloc(5000));
    await expectTorn(archive);
    appendFileSync(journalFile(archive, 1), `{"seq":3,\n{"half`);
    await expectTorn(archive);
    expect(readdirSync(join(archive, "journal"))).toEqual(["000001.jsonl", "torn-1.txt", "torn-2.txt"]);
    expect(readFileSync(join(archive, "journal/torn-2.txt"), "utf8")).toBe(`{"seq":3,\n{"half`);
    expect(await verifyJournal(archive)).toBe(2);
  });

  test("refuses a journal of which one byte before the end was changed", async () => {
    const archive = makeArchive();
    await write(archive, 12, 700);
    const files = readdirSync(join(archive, "journal"));
    const sound = readFileSync(journalFile(archive, 1), "utf8");
    writeFileSync(journalFile(archive, 1), sound.replace(`"r2"`, `"r7"`));
    await expect(verifyJournal(archive)).rejects.toThrow(FixityError);
    await expect(openJournal(archive, clock)).rejects.toThrow(/file 1 at byte \d+/);
    writeFileSync(journalFile(archive, 1), sound.replace(`"r2"`, `"r2`));
    await expect(openJournal(archive, clock)).rejects.toThrow(FixityError);
    writeFileSync(journalFile(archive, 1), sound);
    rmSync(journalFile(archive, 2));
    await expect(openJournal(archive, clock)).rejects.toThrow(FixityError);
    expect(readdirSync(join(archive, "journal")).length).toBe(files.length - 1);
  });

  test("refuses a last line that does not follow, as no crash writes one", async () => {
    const archive = makeArchive();
    await write(archive, 2);
    const sound = readFileSync(journalFile(archive, 1), "utf8");
    writeFileSync(journalFile(archive, 1), sound.replace(`"r1"`, `"r9"`));
    await expect(openJournal(archive, clock)).rejects.toThrow(FixityError);
  });

  test("cuts a journal that was longer than its head back to the last whole line", async () => {
    const archive = makeArchive();
    await write(archive, 3);
    truncateSync(journalFile(archive, 1), 10);
    const journal = await openJournal(archive, clock);
    expect(journal.head.seq).toBe(0);
    await journal.append([opened("r1")]);
    await journal.close();
    expect(await verifyJournal(archive)).toBe(1);
  });
});
