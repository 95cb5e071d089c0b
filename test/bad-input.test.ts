import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { importPile } from "../src/app/index.ts";
import { takeLock } from "../src/keep/index.ts";
import { context, makeArchive, makeFolder, readEverything, writePile } from "./support/archive.ts";
import { inventStory } from "./support/invent-story.ts";
import { runCommand } from "./support/run-command.ts";
import { hasOrdinaryUser, runProgram } from "./support/run-program.ts";
import { skipUnless } from "./support/skip-or-fail.ts";

const MEGABYTE = 1_048_576;
const NO_USER = "no ordinary user to run as: run as one, or as root with setpriv";

let folder: Awaited<ReturnType<typeof makeFolder>>;
/** An archive that holds `sound.txt`, closed; tests work on copies. */
let sound: string;
const SOUND = inventStory(1).text;

beforeAll(async () => {
  folder = await makeFolder();
  await chmod(folder.dir, 0o755);
  sound = await makeArchive(join(folder.dir, "sound"));
  const pile = await writePile(join(folder.dir, "sound-pile"), { "sound.txt": SOUND });
  expect(await runCommand(["import", pile, "--archive", sound])).toMatchObject({ code: 0 });
});

afterAll(() => folder[Symbol.asyncDispose]());

describe("files of a pile", () => {
  test("an empty and a binary file are kept, and counted as not read", async () => {
    const { archive, run, originals } = await importNew({
      "empty.txt": "",
      "noise.bin": Uint8Array.from({ length: 9000 }, (_, at) => (at * 7 + (at >> 5)) & 0xff),
      "sound.txt": SOUND,
    });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("Kept but not read: 1 × ");
    expect(originals.toSorted()).toEqual(["empty.txt", "noise.bin", "sound.txt"]);
    const status = await runCommand(["status", "--archive", archive, "--json"]);
    expect(JSON.parse(status.stdout)).toMatchObject({ works: 1, rescues: [{ originals: 3, stories: 1 }] });
    await expectSound(archive);
  });

  test("a file over the limit is kept whole and read as far as it goes", { timeout: 60_000 }, async () => {
    const archive = await makeArchive(join(await freshFolder(), "archive"));
    const settings = join(archive, "fanlight.toml");
    await writeFile(
      settings,
      (await readFile(settings, "utf8")).replace("text_megabytes = 64", "text_megabytes = 1"),
    );
    const long = inventStory(2, 9000).text;
    expect(long.length).toBeGreaterThan(2.5 * MEGABYTE);
    const run = await importInto(archive, { "long.txt": long, "sound.txt": SOUND });
    expect(run.code).toBe(0);
    const rows = await dumpRows(archive);
    expect(rows.filter(({ code }) => code === "R-002")).toHaveLength(1);
    expect(rows.find(({ path }) => path === "long.txt")).toMatchObject({
      size_bytes: long.length,
      state: "read",
    });
    expect((await runCommand(["status", "--archive", archive])).stdout).toMatch(/R-002 +1 /);
    expect(await holdsBytes(archive, Buffer.from(long))).toBe(true);
    await expectSound(archive);
  });

  test("a line of 20 MB is read in linear time", { timeout: 120_000 }, async () => {
    const line = "and the tide went out and nobody on the quay said a word about it ".repeat(
      (20 * MEGABYTE) / 66,
    );
    const { archive, run, originals } = await importNew({
      "line.txt": `Title: One line\n\n${line}`,
      "sound.txt": SOUND,
    });
    expect(run.code).toBe(0);
    expect(originals).toContain("line.txt");
    expect((await dumpRows(archive)).find(({ path }) => path === "line.txt")).toMatchObject({
      state: "read",
    });
  });

  test("links that dangle, circle or lead out are named, and the rest goes through", async () => {
    const pile = await writePile(await freshFolder(), { "a/sound.txt": SOUND });
    await symlink("nowhere.txt", join(pile, "dangling.txt"));
    await symlink("circle.txt", join(pile, "circle.txt"));
    await symlink("/etc", join(pile, "out"));
    await symlink("..", join(pile, "a", "up"));
    const archive = await makeArchive(join(await freshFolder(), "archive"));
    const run = await runCommand(["import", pile, "--archive", archive]);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("! dangling.txt: The link leads to nothing.");
    expect(run.stderr).toContain("! circle.txt: The link leads to itself.");
    expect(run.stderr).toContain("! out: The link leads out of the pile");
    expect(run.stderr).toContain("! a/up: ");
    expect(await listPaths(archive)).toEqual(["a/sound.txt"]);
  });

  test("names that are not UTF-8 or as long as names can be are kept, bytes and all", async () => {
    const pile = await writePile(await freshFolder(), { "sound.txt": SOUND });
    const raw = Buffer.concat([Buffer.from(`${pile}/caf`), Buffer.of(0xe9, 0x07), Buffer.from(".txt")]);
    const long = `${"ü".repeat(125)}x.txt`;
    expect(Buffer.byteLength(long)).toBe(255);
    await writeFile(raw, inventStory(3).text);
    await writeFile(join(pile, long), inventStory(4).text);
    const archive = await makeArchive(join(await freshFolder(), "archive"));
    expect(await runCommand(["import", pile, "--archive", archive])).toMatchObject({ code: 0 });
    expect(await listPaths(archive)).toEqual(["caf\ufffdE9\ufffd07.txt", "sound.txt", long]);
    expect(await holdsBytes(archive, Buffer.from(inventStory(3).text))).toBe(true);
    expect(await holdsBytes(archive, Buffer.from(inventStory(4).text))).toBe(true);
    const again = await runCommand(["import", pile, "--archive", archive, "--json"]);
    expect(JSON.parse(again.stdout)).toMatchObject({ kept: 0, known: 3 });
    await expectSound(archive);
  });

  test("a file that changes while it is read is left out and named", { timeout: 60_000 }, async () => {
    const pile = await writePile(await freshFolder(), {
      "busy.log": Buffer.alloc(24 * MEGABYTE, "It is still being written. "),
      "sound.txt": SOUND,
    });
    const writer = spawn("sh", ["-c", 'while :; do touch "$0"; done', join(pile, "busy.log")]);
    onTestFinished(() => void writer.kill("SIGKILL"));
    await new Promise((resolve) => writer.once("spawn", resolve));
    const archive = await makeArchive(join(await freshFolder(), "archive"));
    const run = await runCommand(["import", pile, "--archive", archive]);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("! busy.log: The file changed while it was read");
    expect(run.stderr).toContain("\n  Close the program that writes to it");
    writer.kill("SIGKILL");
    expect(await listPaths(archive)).toEqual(["sound.txt"]);
    const later = await runCommand(["import", pile, "--archive", archive, "--json"]);
    expect(JSON.parse(later.stdout)).toMatchObject({ kept: 1, known: 1, issues: [] });
    await expectSound(archive);
  });

  test("a file that changed between an interrupted import and the next is kept as both", async () => {
    const first = { "a.txt": inventStory(5).text, "b.txt": inventStory(6).text };
    const pile = await writePile(await freshFolder(), first);
    const archive = await makeArchive(join(await freshFolder(), "archive"));
    const stop = new AbortController();
    const onProgress = (): void => stop.abort();
    const request = { ...context, paths: [pile], objectFiles: 1, stop: stop.signal, onProgress };
    expect(await importPile(archive, request)).toMatchObject({ stopped: true, kept: 1 });
    await writeFile(join(pile, "a.txt"), inventStory(11).text);
    const resumed = await runCommand(["import", pile, "--archive", archive, "--json"]);
    expect(JSON.parse(resumed.stdout)).toMatchObject({ kept: 2, accessions: ["r1", "r2"] });
    expect(await listPaths(archive)).toEqual(["a.txt", "a.txt", "b.txt"]);
    const again = await runCommand(["import", pile, "--archive", archive, "--json"]);
    expect(JSON.parse(again.stdout)).toMatchObject({ kept: 0, known: 2, accessions: [] });
    await expectSound(archive);
  });

  test("loose files of one name are told apart by their folders", async () => {
    const pile = await writePile(await freshFolder(), {
      "a/x.txt": inventStory(7).text,
      "b/x.txt": inventStory(8).text,
    });
    const archive = await makeArchive(join(await freshFolder(), "archive"));
    const args = [
      "import",
      join(pile, "a/x.txt"),
      join(pile, "b/x.txt"),
      join(pile, "a/x.txt"),
      "--archive",
      archive,
    ];
    expect(await runCommand(args)).toMatchObject({ code: 0 });
    expect(await listPaths(archive)).toEqual(["a/x.txt", "b/x.txt"]);
    const again = await runCommand([...args, "--json"]);
    expect(JSON.parse(again.stdout)).toMatchObject({ kept: 0, known: 2 });
  });

  test("an archive that lies in the pile does not take itself in", async () => {
    const pile = await writePile(await freshFolder(), { "sound.txt": SOUND });
    const archive = await makeArchive(join(pile, "archive"));
    expect(await runCommand(["import", pile, "--archive", archive])).toMatchObject({ code: 0 });
    expect(await listPaths(archive)).toEqual(["sound.txt"]);
  });

  test("a file that may not be read is named with what to do", { timeout: 60_000 }, async () => {
    skipUnless(hasOrdinaryUser(), NO_USER);
    const pile = await writePile(await freshFolder(), {
      "mine.txt": inventStory(9).text,
      "sound.txt": SOUND,
    });
    await chmod(join(pile, "mine.txt"), 0);
    const archive = await makeArchive(join(await freshFolder(), "archive"));
    const run = await runProgram(["import", pile, "--archive", archive], { ordinaryUser: true });
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr).toContain(
      "! mine.txt: The file could not be read (EACCES).\n  Give this account the right to read it",
    );
    expect(await listPaths(archive)).toEqual(["sound.txt"]);
    await chmod(join(pile, "mine.txt"), 0o644);
    const later = await runProgram(["import", pile, "--archive", archive], { ordinaryUser: true });
    expect(later.stderr).toContain("Kept 1 new file; 1 were here already.");
  });
});

describe("the archive's disk", () => {
  test(
    "a full disk stops the import with what to do, and the same command goes on",
    { timeout: 120_000 },
    async () => {
      const disk = await freshFolder();
      const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "none", disk]).status === 0;
      skipUnless(mounted, "no small disk: run as root, where tmpfs can be mounted");
      onTestFinished(() => void spawnSync("umount", ["-l", disk]));
      const files = Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [
          `s${String(at).padStart(2, "0")}.txt`,
          inventStory(at, 600).text,
        ]),
      );
      const pile = await writePile(await freshFolder(), files);
      const archive = await makeArchive(join(disk, "archive"));
      const full = await runProgram(["import", pile, "--archive", archive]);
      expect(full).toMatchObject({ code: 1, signal: null });
      expect(full.stderr).toContain("full");
      expect(full.stderr).toContain("fanlight: ");
      expect(full.stderr).not.toContain("should not");
      expect((await runProgram(["status", "--archive", archive])).code).toBe(0);
      expect(spawnSync("mount", ["-o", "remount,size=200m", disk]).status).toBe(0);
      expect(await runProgram(["import", pile, "--archive", archive])).toMatchObject({ code: 0 });
      expect(await listPaths(archive)).toEqual(Object.keys(files));
      await expectSound(archive);
    },
  );

  test("a disk that refuses the texts stops the import, and blames no file", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`t${at}.txt`, inventStory(at).text]),
    );
    const pile = await writePile(join(await freshFolder(), "pile"), files);
    const archive = await makeArchive(join(await freshFolder(), "archive"));
    const texts = join(archive, "texts");
    await rm(texts, { recursive: true, force: true });
    await writeFile(texts, "in the way of a folder");
    const refused = await runCommand(["import", pile, "--archive", archive]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain(texts);
    expect(refused.stderr).toContain("check the disk and its permissions");
    await rm(texts);
    expect(await runCommand(["import", pile, "--archive", archive])).toMatchObject({ code: 0 });
    const other = await makeArchive(join(await freshFolder(), "archive"));
    expect(await runCommand(["import", pile, "--archive", other])).toMatchObject({ code: 0 });
    expect(await dumpRows(archive)).toEqual(await dumpRows(other));
  });

  test("a read-only archive is shown, and an import says what to do", { timeout: 120_000 }, async () => {
    skipUnless(hasOrdinaryUser(), NO_USER);
    const archive = await copySound("read-only");
    spawnSync("chmod", ["-R", "a+rX,a-w", archive]);
    const pile = join(folder.dir, "sound-pile");
    for (const command of ["status", "dump", "verify"]) {
      const run = await runProgram([command, "--archive", archive], { ordinaryUser: true });
      expect([command, run.stderr, run.code]).toEqual([command, run.stderr, 0]);
    }
    const served = await runProgram(["serve", "--port", "0", "--no-browser", "--archive", archive], {
      ordinaryUser: true,
      async whileRunning({ kill, said }) {
        while (!said.stdout.includes("\n") && !said.stderr.includes("fanlight: ")) await wait(20);
        kill("SIGINT");
      },
    });
    expect(served.stderr).not.toContain("should not");
    expect(served.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+/);
    const refused = await runProgram(["import", pile, "--archive", archive], { ordinaryUser: true });
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain("change the folder's owner or permissions");
  });
});

describe("the archive itself", () => {
  test("a second writer is told who holds the lock", async () => {
    const archive = await copySound("locked");
    const lock = await takeLock(archive, { command: "fanlight import", now: context.now() });
    const run = await runProgram(["import", join(folder.dir, "sound-pile"), "--archive", archive]);
    await lock.release();
    expect(run).toMatchObject({ code: 5, stdout: "" });
    expect(run.stderr).toContain(`"fanlight import" (process ${process.pid} on `);
    expect(run.stderr).toContain("wait until it ends");
    expect((await runCommand(["status", "--archive", archive])).code).toBe(0);
  });

  test.each([
    ["is damaged", (path: string) => writeFile(path, Buffer.alloc(40_000, "damage"))],
    ["a newer version of Fanlight made it", (path: string) => setSchemaVersion(path, 999)],
    ["an older version of Fanlight made it", (path: string) => setSchemaVersion(path, 0)],
    ["it is not there", (path: string) => rename(path, `${path}.lost`)],
  ])("a catalogue of which %s is made again by rebuild", async (says, spoil) => {
    const archive = await copySound(says);
    const before = await runCommand(["dump", "--archive", archive]);
    await spoil(join(archive, "catalogue.sqlite"));
    for (const command of ["status", "dump", "open"]) {
      const run = await runCommand([command, "--archive", archive]);
      expect(run).toMatchObject({ code: 1, stdout: "" });
      expect(run.stderr).toContain(says);
      expect(run.stderr).toContain("fanlight rebuild");
    }
    expect((await runCommand(["doctor", "--archive", archive])).code).toBe(1);
    expect(await runCommand(["rebuild", "--archive", archive])).toMatchObject({ code: 0 });
    expect((await runCommand(["dump", "--archive", archive])).stdout).toBe(before.stdout);
    await expectSound(archive);
  });

  test("a torn tail of the journal is set aside and named", async () => {
    const archive = await copySound("torn");
    const [journal = ""] = await readdir(join(archive, "journal"));
    await appendFile(join(archive, "journal", journal), '{"seq":9,"at":"2026-11-2');
    expect((await runCommand(["status", "--archive", archive])).code).toBe(0);
    const pile = await writePile(await freshFolder(), { "next.txt": inventStory(10).text });
    const run = await runCommand(["import", pile, "--archive", archive]);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("journal/torn-1.txt");
    expect(readFileSync(join(archive, "journal", "torn-1.txt"), "utf8")).toBe('{"seq":9,"at":"2026-11-2');
    expect(await listPaths(archive)).toEqual(["next.txt", "sound.txt"]);
    await expectSound(archive);
  });

  test("a changed line in the middle of the journal is found", async () => {
    const archive = await copySound("forged");
    const [journal = ""] = await readdir(join(archive, "journal"));
    const path = join(archive, "journal", journal);
    await writeFile(path, (await readFile(path, "utf8")).replace("accession-begun", "accession-ended"));
    const verified = await runCommand(["verify", "--archive", archive]);
    expect(verified.code).toBe(4);
    expect(verified.stderr).toContain("journal");
    const refused = await runCommand(["import", join(folder.dir, "sound-pile"), "--archive", archive]);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain("restore");
  });

  test("one flipped bit in an original is found and named", async () => {
    const archive = await copySound("flipped");
    const path = await findContent(archive, Buffer.from(SOUND));
    const bytes = await readFile(path);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const run = await runCommand(["verify", "--archive", archive]);
    expect(run.code).toBe(4);
    expect(run.stderr).toContain("sound.txt");
    expect(run.stderr).toContain("restore it from a copy");
    const json = await runCommand(["verify", "--archive", archive, "--json"]);
    const findings = json.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { where: string });
    expect(findings.some(({ where }) => where.includes("sound.txt"))).toBe(true);
  });

  test("an original that is gone is found and named", async () => {
    const archive = await copySound("gone");
    await truncate(await findContent(archive, Buffer.from(SOUND)), 10);
    const run = await runCommand(["verify", "--archive", archive]);
    expect(run.code).toBe(4);
    expect(run.stderr).toContain("sound.txt");
  });
});

/** Everything is as recorded. */
async function expectSound(archive: string): Promise<void> {
  expect(await runCommand(["verify", "--archive", archive])).toMatchObject({ code: 0, stdout: "" });
}

type Row = Readonly<Record<string, unknown>>;

async function dumpRows(archive: string): Promise<readonly Row[]> {
  const { stdout } = await runCommand(["dump", "--unmasked", "--archive", archive]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
}

async function listPaths(archive: string): Promise<string[]> {
  const rows = (await dumpRows(archive)).filter(({ table }) => table === "original");
  return rows.map(({ path }) => String(path)).sort();
}

async function importNew(files: Readonly<Record<string, string | Uint8Array>>): Promise<{
  readonly archive: string;
  readonly run: Awaited<ReturnType<typeof runCommand>>;
  readonly originals: readonly string[];
}> {
  const archive = await makeArchive(join(await freshFolder(), "archive"));
  const run = await importInto(archive, files);
  return { archive, run, originals: await listPaths(archive) };
}

async function importInto(
  archive: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): ReturnType<typeof runCommand> {
  return await runCommand(["import", await writePile(await freshFolder(), files), "--archive", archive]);
}

async function wait(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

let folders = 0;

async function freshFolder(): Promise<string> {
  const dir = join(folder.dir, `f${++folders}`);
  await mkdir(dir);
  return dir;
}

async function copySound(name: string): Promise<string> {
  const archive = join(folder.dir, name.replaceAll(" ", "-"));
  await cp(sound, archive, { recursive: true });
  return archive;
}

async function findContent(archive: string, bytes: Buffer): Promise<string> {
  for await (const file of readEverything(join(archive, "originals")))
    if (file.bytes.equals(bytes)) return file.path;
  throw new Error("No original has these bytes");
}

async function holdsBytes(archive: string, bytes: Buffer): Promise<boolean> {
  return await findContent(archive, bytes).then(
    () => true,
    () => false,
  );
}

async function setSchemaVersion(path: string, version: number): Promise<void> {
  const db = new DatabaseSync(path);
  db.prepare("update meta set value = ? where key = 'schema_version'").run(String(version));
  db.close();
}
