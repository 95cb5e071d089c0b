import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { listTree } from "../../test/keep/list-tree.ts";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { takeInAndErase } from "../../test/keep/take-in-and-erase.ts";
import { openOriginals } from "./open-originals.ts";
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
      cpSync(snapshot, variant, { recursive: true });
      for (const name of readdirSync(snapshot).includes("staging")
        ? readdirSync(join(variant, "staging"))
        : []) {
        removeHalf(join(variant, "staging", name));
      }
      for (const archive of [snapshot, variant]) {
        await takeInAndErase(archive, pile);
        expect(kept(archive), archive).toEqual(expected);
      }
    }
    const originals = await openOriginals(whole);
    expect(await Array.fromAsync(originals.verify())).toEqual([]);
    expect(await Array.fromAsync(validateOcfl(originals.root))).toEqual([]);
  });
});
