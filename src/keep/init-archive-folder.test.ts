import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listTree } from "../../test/keep/list-tree.ts";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { UsageError } from "../terms/index.ts";
import { initArchiveFolder, isArchiveFolder } from "./init-archive-folder.ts";
import { validateOcfl } from "./ocfl/validate-ocfl.ts";

describe("initArchiveFolder()", () => {
  test("makes a new folder an archive with an empty, valid OCFL root", async () => {
    const archive = join(makeTemporaryFolder(), "new/archive");
    expect(await isArchiveFolder(archive)).toBe(false);
    await initArchiveFolder(archive);
    expect(await isArchiveFolder(archive)).toBe(true);
    expect(readdirSync(archive)).toEqual(["journal", "originals", "sealed"]);
    expect(await Array.fromAsync(validateOcfl(join(archive, "originals")))).toEqual([]);
  });

  test("changes nothing the second time, and completes what a killed run began", async () => {
    const archive = makeTemporaryFolder();
    await initArchiveFolder(archive);
    const before = listTree(archive);
    writeFileSync(join(archive, "fanlight.toml"), "");
    await initArchiveFolder(archive);
    rmSync(join(archive, "fanlight.toml"));
    rmSync(join(archive, "originals/0=ocfl_1.1"));
    rmSync(join(archive, "originals/ocfl_layout.json"));
    await initArchiveFolder(archive);
    expect(listTree(archive)).toEqual(before);
  });

  test("leaves a folder with other files alone", async () => {
    const folder = makeTemporaryFolder();
    mkdirSync(join(folder, "holiday pictures"));
    await expect(initArchiveFolder(folder)).rejects.toThrow(UsageError);
    expect(readdirSync(folder)).toEqual(["holiday pictures"]);
  });
});
