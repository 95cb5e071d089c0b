import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { LockedError, StorageError } from "../terms/index.ts";
import { findLockHolder, takeLock } from "./take-lock.ts";

const MODULE = JSON.stringify(join(import.meta.dirname, "take-lock.ts"));
const options = { command: "fanlight import", now: "2026-01-02T03:04:05.678Z" };

async function holdElsewhere(archive: string): Promise<ChildProcess> {
  const script = `
    const { takeLock } = await import(${MODULE});
    await takeLock(${JSON.stringify(archive)}, { command: "fanlight serve", now: "2026-01-01T00:00:00.000Z" });
    console.log("held");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

describe("takeLock()", () => {
  test("says who holds it to a second taker, and can be taken again once released", async () => {
    const archive = makeTemporaryFolder();
    const lock = await takeLock(archive, options);
    const second = takeLock(archive, { ...options, command: "fanlight erase" });
    await expect(second).rejects.toThrow(LockedError);
    await expect(second).rejects.toThrow(
      new RegExp(`"fanlight import" \\(process ${process.pid} on .*since 2026-01-02`),
    );
    expect(await findLockHolder(archive)).toEqual(lock.holder);
    await lock.release();
    await lock.release();
    expect(await findLockHolder(archive)).toBeUndefined();
    await (await takeLock(archive, options)).release();
  });

  test("is held against another process, and free at once when that is killed", async () => {
    const archive = makeTemporaryFolder();
    const child = await holdElsewhere(archive);
    await expect(takeLock(archive, options)).rejects.toThrow(
      new RegExp(`"fanlight serve" \\(process ${child.pid} on`),
    );
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await findLockHolder(archive)).toMatchObject({ pid: child.pid });
    const lock = await takeLock(archive, options);
    expect(await findLockHolder(archive)).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  test("says what to do about a folder that may not be written or is not there", async () => {
    const archive = makeTemporaryFolder();
    await expect(takeLock(join(archive, "nowhere"), options)).rejects.toThrow(/there is no such folder/);
    writeFileSync(join(archive, "lock.sqlite"), "");
    for (const mode of [0o555, 0o755]) {
      chmodSync(archive, mode);
      // Root may write everywhere, so an ordinary user has to try.
      const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      if (mode === 0o755 && process.getuid?.() !== 0) continue;
      const script = `
        const { takeLock } = await import(${MODULE});
        await takeLock(${JSON.stringify(archive)}, { command: "x", now: "y" }).catch((error) => console.log(error.name, error.message));`;
      const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
        ...user,
        encoding: "utf8",
      });
      expect(out).toMatch(new RegExp(`^${StorageError.name} .*this account may not write there`));
    }
  });
});
