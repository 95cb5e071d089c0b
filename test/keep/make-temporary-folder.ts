import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Gives a new folder on the disk that goes when the test ends. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fanlight-keep-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
