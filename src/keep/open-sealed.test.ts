import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { FixityError, UsageError } from "../terms/index.ts";
import { initArchiveFolder } from "./init-archive-folder.ts";
import { openSealed } from "./open-sealed.ts";

async function makeArchive(): Promise<string> {
  const archive = makeTemporaryFolder();
  await initArchiveFolder(archive);
  return archive;
}

describe("openSealed()", () => {
  test("gives back what was sealed, and shows none of it on the disk", async () => {
    const archive = await makeArchive();
    const sealed = await openSealed(archive);
    const record = { from: "Jane Example", words: ["a disk", 7, null] };
    const id = await sealed.seal(record);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await (await openSealed(archive)).unseal(id)).toEqual(record);
    expect(readFileSync(join(archive, "sealed", id), "latin1")).not.toContain("Jane");
    expect(statSync(join(archive, "sealed/keys")).mode & 0o777).toBe(0o700);
    expect(statSync(join(archive, "sealed/keys", id)).mode & 0o777).toBe(0o600);
  });

  test("puts a record in the place of the one of the same id", async () => {
    const sealed = await openSealed(await makeArchive());
    await sealed.seal("first", "r1-source");
    await sealed.seal("second", "r1-source");
    expect(await sealed.unseal("r1-source")).toBe("second");
  });

  test("destroys key and record, and says nothing of what never was", async () => {
    const archive = await makeArchive();
    const sealed = await openSealed(archive);
    await sealed.seal("a name", "gone");
    await sealed.destroy("gone");
    await sealed.destroy("gone");
    expect(await sealed.unseal("gone")).toBeUndefined();
    expect(readdirSync(join(archive, "sealed"))).toEqual(["keys"]);
    expect(readdirSync(join(archive, "sealed/keys"))).toEqual(["kept-out"]);
  });

  test("refuses a record whose bytes changed, or that stands under another's id", async () => {
    const archive = await makeArchive();
    const sealed = await openSealed(archive);
    await sealed.seal("one", "one");
    const path = join(archive, "sealed/one");
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      writeFileSync(path, flipped);
      await expect(sealed.unseal("one")).rejects.toThrow(FixityError);
    }
    writeFileSync(join(archive, "sealed/two"), bytes);
    writeFileSync(join(archive, "sealed/keys/two"), readFileSync(join(archive, "sealed/keys/one")));
    await expect(sealed.unseal("two")).rejects.toThrow(FixityError);
  });

  test("refuses ids that would be another file", async () => {
    const sealed = await openSealed(await makeArchive());
    for (const id of ["../x", "keys", "kept-out", "", "A"]) {
      await expect((async () => sealed.destroy(id))()).rejects.toThrow(UsageError);
    }
  });

  test("keys digests with the archive's own secret", async () => {
    const [one, two] = [await makeArchive(), await makeArchive()];
    const digest = (await openSealed(one)).keyedDigest("ab".repeat(32));
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    await initArchiveFolder(one);
    expect((await openSealed(one)).keyedDigest("ab".repeat(32))).toBe(digest);
    expect((await openSealed(two)).keyedDigest("ab".repeat(32))).not.toBe(digest);
    expect(existsSync(join(one, "sealed/keys/kept-out"))).toBe(true);
  });
});
