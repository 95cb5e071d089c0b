import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { canMountSmallDisk, runOnSmallDisk } from "../../test/keep/run-on-small-disk.ts";
import { StorageError } from "../terms/index.ts";
import { asStorageError } from "./as-storage-error.ts";

const KEEP = JSON.stringify(join(import.meta.dirname, "index.ts"));

describe("asStorageError()", () => {
  test("says what stopped, where, and what to do", () => {
    const full = Object.assign(new Error("write"), { code: "ENOSPC" });
    const error = asStorageError(full, "Keeping originals", "/archive");
    expect(error).toBeInstanceOf(StorageError);
    expect(error).toMatchObject({
      message:
        'Keeping originals stopped at "/archive": the disk is full; free some space, then run the same command again',
      cause: full,
    });
  });

  test("leaves other errors as they are", () => {
    const gone = Object.assign(new Error("open"), { code: "ENOENT" });
    expect(asStorageError(gone, "Keeping originals", "/archive")).toBe(gone);
    expect(asStorageError("text", "Keeping originals", "/archive")).toBe("text");
  });
});

describe.skipIf(!canMountSmallDisk(tmpdir()))("a full disk", () => {
  test("stops keeping with a StorageError; what was committed stays whole and the rest goes", () => {
    const archive = makeTemporaryFolder();
    const script = `
      const keep = await import(${KEEP});
      const archive = ${JSON.stringify(archive)};
      await keep.initArchiveFolder(archive);
      const originals = await keep.openOriginals(archive);
      const bytes = Buffer.alloc(20_000, "full ");
      let staging, failure;
      for (let n = 1; failure === undefined; n += 1) {
        staging = await originals.stageObject("r1", n);
        try {
          for (let m = 0; m < 5; m += 1) {
            bytes.writeUInt32LE(n * 5 + m);
            const copy = Buffer.from(bytes);
            await staging.add({ path: "file " + m, source: async function* () { yield copy; } });
          }
          await staging.commit("2026-01-02T03:04:05.678Z");
        } catch (error) {
          failure = error;
        }
      }
      console.log(failure.name, failure.message);
      await staging.discard();
      const findings = [
        ...(await Array.fromAsync(originals.verify())),
        ...(await Array.fromAsync(keep.validateOcfl(originals.root))),
      ];
      console.log((await originals.listObjectIds()).length > 2, JSON.stringify(findings));`;
    const [failure, rest] = runOnSmallDisk(archive, "1m", script).split("\n");
    expect(failure).toMatch(/^StorageError Keeping originals stopped at .*: the disk is full/);
    expect(rest).toBe("true []");
  });

  test("stops the journal with a StorageError, without half a line, and lets it go on once there is space", () => {
    const archive = makeTemporaryFolder();
    const script = `
      const keep = await import(${KEEP});
      const { writeFileSync, rmSync } = await import("node:fs");
      const { default: assert } = await import("node:assert");
      const archive = ${JSON.stringify(archive)};
      await keep.initArchiveFolder(archive);
      const journal = await keep.openJournal(archive, () => "2026-01-02T03:04:05.678Z");
      const event = (n) => ({ type: "opened", version: 1, accession: "r" + n });
      await journal.append([event(0)]);
      assert.throws(() => writeFileSync(archive + "/ballast", Buffer.alloc(2_000_000)), { code: "ENOSPC" });
      let failure;
      const many = Array.from({ length: 200 }, (_, n) => event(n));
      await journal.append(many).catch((error) => { failure = error; });
      console.log(failure.name, failure.message);
      console.log(journal.head.seq, await keep.verifyJournal(archive));
      rmSync(archive + "/ballast");
      await journal.append(many);
      console.log(journal.head.seq, await keep.verifyJournal(archive));`;
    const lines = runOnSmallDisk(archive, "1m", script).split("\n");
    expect(lines[0]).toMatch(/^StorageError Writing the journal stopped at .*: the disk is full/);
    expect(lines.slice(1, 3)).toEqual(["1 1", "201 201"]);
  });
});
