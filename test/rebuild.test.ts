import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  dumpArchive,
  rebuildCatalogue,
  SAMPLE_PILE,
  verifyArchive,
  withdrawWork,
  type VerifyFinding,
} from "../src/app/index.ts";
import { context, makeArchive, makeFolder, openAll, take } from "./support/archive.ts";

const quiet = { ...context, stop: new AbortController().signal, onProgress: () => undefined };

async function dump(archive: string): Promise<readonly string[]> {
  return await Array.fromAsync(dumpArchive(archive, { unmasked: true }));
}

test("a catalogue that was thrown away comes back the same, decisions and all", async () => {
  await using folder = await makeFolder();
  const archive = await makeArchive(join(folder.dir, "archive"));
  await take(archive, SAMPLE_PILE);
  await openAll(archive);
  const work = (await dump(archive))
    .map((line) => JSON.parse(line) as { table: string; id: string })
    .find((row) => row.table === "work");
  await withdrawWork(archive, work?.id ?? "", context);
  const before = await dump(archive);
  expect(before.length).toBeGreaterThan(500);

  await rebuildCatalogue(archive, quiet);
  expect(await dump(archive)).toEqual(before);

  for (const part of [
    "catalogue.sqlite",
    "catalogue.sqlite-wal",
    "catalogue.sqlite-shm",
    "search",
    "texts",
  ]) {
    await rm(join(archive, part), { recursive: true, force: true });
  }
  await rebuildCatalogue(archive, quiet);
  expect(await dump(archive)).toEqual(before);

  const findings: VerifyFinding[] = [];
  const report = await verifyArchive(archive, { ...quiet, onFinding: (finding) => findings.push(finding) });
  expect(findings).toEqual([]);
  expect(report.claims).toBeGreaterThan(200);
}, 120_000);

test("the same pile gives the same works, ids and all, in another archive", async () => {
  await using folder = await makeFolder();
  const [one, other] = [
    await makeArchive(join(folder.dir, "one")),
    await makeArchive(join(folder.dir, "other")),
  ];
  await take(one, SAMPLE_PILE);
  await take(other, SAMPLE_PILE);
  expect(await dump(other)).toEqual(await dump(one));
}, 120_000);

test("a masked dump is as long as the unmasked one and tells no address", async () => {
  await using folder = await makeFolder();
  const archive = await makeArchive(join(folder.dir, "archive"));
  await take(archive, SAMPLE_PILE);
  const masked = await Array.fromAsync(dumpArchive(archive, { unmasked: false }));
  const open = await dump(archive);
  expect(open.some((line) => /@\w+\.example|@example\.|\.example\.(?:org|com|net)/.test(line))).toBe(true);
  expect(masked.filter((line) => /[\w.]+@[\w-]*\.?example|555-01\d\d|7946 0\d{3}/.test(line))).toEqual([]);
  expect(masked).toHaveLength(open.length);
}, 120_000);
