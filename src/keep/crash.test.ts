import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { listTree } from "../../test/keep/list-tree.ts";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { takeInAndErase } from "../../test/keep/take-in-and-erase.ts";
import { initArchiveFolder } from "./init-archive-folder.ts";
import { openOriginals } from "./open-originals.ts";
import { readJournal } from "./read-journal.ts";
import type { Replacement } from "./recover-originals.ts";
import { validateOcfl } from "./ocfl/validate-ocfl.ts";

const SUPPORT = join(import.meta.dirname, "../../test/keep");

function makePile(): string {
  const pile = makeTemporaryFolder();
  mkdirSync(join(pile, "letters"));
  writeFileSync(join(pile, "erased.txt"), "to be forgotten");
  writeFileSync(join(pile, "mixed.txt"), "secret\nand what may stay\n");
  writeFileSync(join(pile, "letters/kept.txt"), "what may stay");
  return pile;
}

function snapshotEachStep(pile: string): readonly string[] {
  const snapshots = makeTemporaryFolder();
  const archive = join(makeTemporaryFolder(), "archive");
  const script = `
    const { takeInAndErase } = await import(${JSON.stringify(join(SUPPORT, "take-in-and-erase.ts"))});
    await takeInAndErase(${JSON.stringify(archive)}, ${JSON.stringify(pile)});`;
  const preload = pathToFileURL(join(SUPPORT, "snapshot-steps.ts")).href;
  execFileSync(process.execPath, ["--import", preload, "--input-type=module", "-e", script], {
    env: { ...process.env, ARCHIVE: archive, SNAPSHOTS: snapshots },
  });
  return readdirSync(snapshots).map((name) => join(snapshots, name));
}

function kept(archive: string): readonly string[] {
  return ["originals", "journal", "sealed", "staging"].flatMap((folder) =>
    listTree(join(archive, folder))
      .filter((line) => !line.startsWith("keys/kept-out"))
      .map((line) => `${folder}/${line}`),
  );
}

// What any later run may rely on, before it does anything of its own.
async function expectSound(archive: string): Promise<void> {
  await initArchiveFolder(archive);
  const replaced: Replacement[] = [];
  for await (const { event } of readJournal(archive)) {
    if (event.type === "work-erased") replaced.push(...event.replaced);
  }
  const originals = await openOriginals(archive);
  await originals.recover(replaced);
  expect(await Array.fromAsync(validateOcfl(originals.root)), archive).toEqual([]);
  expect(await Array.fromAsync(originals.verify()), archive).toEqual([]);
  expect(listTree(join(archive, "staging")), archive).toEqual([]);
  const ids = await originals.listObjectIds();
  const allowed = replaced.length === 0 ? [[], ["urn:fanlight:r1:0001"]] : [["urn:fanlight:r1:0001~2"]];
  expect(allowed, archive).toContainEqual(ids);
}

// Emptying a folder takes many steps inside one call.
function removeHalf(folder: string): void {
  const files = listTree(folder).map((line) => line.slice(0, line.lastIndexOf(" ")));
  for (const file of files.slice(0, files.length / 2)) rmSync(join(folder, file), { force: true });
}

describe("a run that is killed", () => {
  test("between any two steps leaves what the next run completes to the very same bytes", async () => {
    const pile = makePile();
    const whole = makeTemporaryFolder();
    await takeInAndErase(whole, pile);
    const expected = kept(whole);
    const snapshots = snapshotEachStep(pile);
    expect(snapshots.length).toBeGreaterThan(80);
    for (const snapshot of snapshots) {
      const variant = `${snapshot}-half-emptied`;
      const staged = existsSync(join(snapshot, "staging")) ? readdirSync(join(snapshot, "staging")) : [];
      if (staged.length > 0) cpSync(snapshot, variant, { recursive: true });
      for (const name of staged) removeHalf(join(variant, "staging", name));
      for (const archive of staged.length > 0 ? [snapshot, variant] : [snapshot]) {
        await expectSound(archive);
        await takeInAndErase(archive, pile);
        expect(kept(archive), archive).toEqual(expected);
      }
    }
  }, 180_000);
});
