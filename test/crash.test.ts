import { spawn } from "node:child_process";
import { cp } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dumpArchive, verifyArchive } from "../src/app/index.ts";
import { openOriginals } from "../src/keep/index.ts";
import { context, makeArchive, makeFolder, writePile } from "./support/archive.ts";
import type { ChildTask } from "./support/import-child.ts";
import { inventPile } from "./support/invent-pile.ts";
import { makeRandom } from "./support/make-random.ts";
import { runProgram } from "./support/run-program.ts";

const CHILD = fileURLToPath(new URL("support/import-child.ts", import.meta.url));
/** Each archive is killed twice: in its first import, and in the one that goes on. */
const ARCHIVES = 10;
const OBJECT_FILES = 8;

type KillAt = NonNullable<ChildTask["killAt"]>;

let folder: Awaited<ReturnType<typeof makeFolder>>;
let pile: string;
let template: string;
let whole: { readonly archive: string; readonly dump: string; readonly reports: number };

beforeAll(async () => {
  folder = await makeFolder();
  pile = await writePile(join(folder.dir, "pile"), inventPile(60));
  template = await makeArchive(join(folder.dir, "template"));
  const archive = await copyArchive("whole");
  const run = await runChild({ action: "import", archive, paths: [pile], objectFiles: OBJECT_FILES });
  const { reports } = JSON.parse(run.stdout) as { reports: number };
  whole = { archive, dump: await dump(archive), reports };
});

afterAll(() => folder[Symbol.asyncDispose]());

describe("an import killed at 20 places", () => {
  const random = makeRandom(20_010_911);
  const kills = Array.from({ length: ARCHIVES }, (_, at) => ({
    // Spread over the whole run: one in each tenth, from before the first file to after the last.
    share: (at + random()) / ARCHIVES,
    again: random(),
    delays: [Math.floor(random() * 40), Math.floor(random() * 40)] as const,
  }));

  test.concurrent.for([...kills.entries()])(
    "goes on as if nothing had been: archive %#",
    { timeout: 300_000 },
    async ([at, { share, again, delays }]) => {
      const archive = await copyArchive(`killed-${at}`);
      const task = { action: "import", archive, paths: [pile], objectFiles: OBJECT_FILES } as const;
      const first: KillAt = { report: Math.floor(share * whole.reports), delayMs: delays[0] };
      const left = (1 - share) * whole.reports;
      const second: KillAt = { report: Math.floor(again * left), delayMs: delays[1] };
      for (const killAt of [first, second])
        expect(await runChild({ ...task, killAt })).toMatchObject({ signal: "SIGKILL" });
      expect(await runChild(task)).toMatchObject({ code: 0, stderr: "" });
      await expectWhole(archive);
    },
  );
});

test("the same pile again adds nothing", { timeout: 60_000 }, async () => {
  const { archive } = whole;
  const before = await listOriginals(archive);
  const again = await runProgram(["import", pile, "--archive", archive, "--json"]);
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({ kept: 0, stories: 0, works: 0, accessions: [] });
  expect(await listOriginals(archive)).toEqual(before);
  await expectWhole(archive);
});

test(
  "Ctrl-C ends after the current file, says how to go on, and the same command does",
  { timeout: 120_000 },
  async () => {
    const archive = await copyArchive("interrupted");
    const args = ["import", pile, "--archive", archive];
    const stopped = await runProgram(args, {
      async whileRunning({ kill }) {
        await untilThere(join(archive, "lock.json"));
        kill("SIGINT");
      },
    });
    expect(stopped.stderr).toContain(`fanlight import ${pile}`);
    expect(stopped.code).toBe(130);
    expect(await runProgram(args)).toMatchObject({ code: 0 });
    await expectWhole(archive);
    expect(await runProgram(["verify", "--archive", archive])).toMatchObject({ code: 0, stdout: "" });
  },
);

test("a killed rebuild leaves the old catalogue or the new one", { timeout: 120_000 }, async () => {
  const random = makeRandom(3);
  const archive = await copyArchive("rebuilt", whole.archive);
  const task = { action: "rebuild", archive, paths: [], objectFiles: OBJECT_FILES } as const;
  for (const share of [0.1, 0.6, 1]) {
    const killAt = { report: Math.floor(share * 30), delayMs: Math.floor(random() * 300) };
    expect(await runChild({ ...task, killAt })).toMatchObject({ signal: "SIGKILL" });
    expect(await dump(archive)).toBe(whole.dump);
  }
  expect(await runChild(task)).toMatchObject({ code: 0, stderr: "" });
  await expectWhole(archive);
});

test("a killed erasure is ended, or undone and done again", { timeout: 180_000 }, async () => {
  const work = findWork(whole.dump);
  const erase = (archive: string, killAt?: KillAt): Promise<ChildEnd> =>
    runChild({
      action: "erase",
      archive,
      work,
      paths: [],
      objectFiles: OBJECT_FILES,
      ...(killAt ? { killAt } : {}),
    });
  const reference = await copyArchive("erased", whole.archive);
  const begun = performance.now();
  expect(await erase(reference)).toMatchObject({ code: 0 });
  const took = performance.now() - begun;
  const erased = await dump(reference);
  expect(erased).not.toBe(whole.dump);
  for (const share of [0.55, 0.7, 0.85, 0.95]) {
    const archive = await copyArchive(`half-erased-${share}`, whole.archive);
    await erase(archive, { report: 0, delayMs: Math.floor(share * took) });
    const again = await erase(archive);
    if (again.code !== 0) expect(again.stderr).toContain("is erased already");
    expect(await dump(archive)).toBe(erased);
    expect(await listOriginals(archive)).toEqual(await listOriginals(reference));
  }
});

/** Any work that is one story. */
function findWork(lines: string): string {
  const rows = lines
    .split("\n")
    .map((line) => JSON.parse(line) as { table: string; id: string; parts: number });
  const work = rows.find((row) => row.table === "work" && row.parts === 1);
  if (!work) throw new Error("The invented pile has no work of one part");
  return work.id;
}

/** Equal to the import that nobody disturbed, sound, and without anything twice. */
async function expectWhole(archive: string): Promise<void> {
  expect(await dump(archive)).toBe(whole.dump);
  const originals = await listOriginals(archive);
  expect(new Set(originals.map(([path]) => path)).size).toBe(originals.length);
  const findings: unknown[] = [];
  const report = await verifyArchive(archive, {
    ...context,
    stop: new AbortController().signal,
    onFinding: (finding) => findings.push(finding),
  });
  expect(findings).toEqual([]);
  expect(report.originals).toBe(originals.length);
}

async function listOriginals(archive: string): Promise<(readonly [string, string])[]> {
  const objects = await Array.fromAsync((await openOriginals(archive)).listObjects());
  return objects.flatMap((object) => object.files.map((file) => [file.path, object.id] as const));
}

async function dump(archive: string): Promise<string> {
  return (await Array.fromAsync(dumpArchive(archive, { unmasked: true }))).join("\n");
}

async function copyArchive(name: string, from = template): Promise<string> {
  const archive = join(folder.dir, name);
  await cp(from, archive, { recursive: true });
  return archive;
}

async function untilThere(path: string): Promise<void> {
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 5));
}

interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function runChild(task: ChildTask): Promise<ChildEnd> {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder.dir, "compiled"), FANLIGHT_WORKERS: "1" };
  const child = spawn(process.execPath, [CHILD, JSON.stringify(task)], { env });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  return await new Promise((resolve, reject) =>
    child.on("error", reject).on("close", (code, signal) => resolve({ code, signal, ...said })),
  );
}
