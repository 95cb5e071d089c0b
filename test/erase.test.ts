import { zstdDecompressSync } from "node:zlib";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dumpArchive, eraseWork, openSite, readStatus, rebuildCatalogue } from "../src/app/index.ts";
import {
  context,
  makeArchive,
  makeFolder,
  openAll,
  readEverything,
  take,
  writePile,
} from "./support/archive.ts";

const prose = (name: string): string =>
  Array.from(
    { length: 12 },
    (_, at) => `${name} counted lantern number ${at} on the quay, and the ${name} tide turned under it.`,
  ).join(" ");

/** Words that stand only in what is erased: title, author, file name, a sentence. */
const SECRET = ["Zwielichthafen", "Quillfeather", "zwielicht-datei", "Ottokar counted lantern number 7"];

const ERASED = `TITLE: Zwielichthafen\nAUTHOR: Quillfeather\nSUMMARY: Ottokar waits.\n\n${prose("Ottokar")}\n\nThe End\n`;
const OTHER = `TITLE: Ballast\nAUTHOR: Umber\nSUMMARY: Marta waits too.\n\n${prose("Marta")}\n\nThe End\n`;

async function findTraces(archive: string): Promise<string[]> {
  const traces: string[] = [];
  for await (const { path, bytes } of readEverything(archive)) {
    const layers = [bytes, ...(path.endsWith(".zst") ? [zstdDecompressSync(bytes)] : [])];
    for (const word of SECRET) {
      const found = layers.some(
        (layer) =>
          layer.includes(word) || layer.toString("latin1").toLowerCase().includes(word.toLowerCase()),
      );
      if (found || path.toLowerCase().includes(word.toLowerCase()))
        traces.push(`${word} in ${path.slice(archive.length)}`);
    }
  }
  return traces;
}

async function findWorkId(archive: string, title: string): Promise<string> {
  for await (const line of dumpArchive(archive, { unmasked: true })) {
    const row = JSON.parse(line) as { table: string; title?: string; id: string };
    if (row.table === "work" && row.title === title) return row.id;
  }
  throw new Error(`No work "${title}"`);
}

describe("eraseWork()", () => {
  test("leaves no byte of name or sentence, after a rebuild and the same pile again", async () => {
    await using folder = await makeFolder();
    const pile = await writePile(join(folder.dir, "pile"), {
      "a/zwielicht-datei.txt": ERASED,
      "b/copy-of-it.txt": ERASED.replaceAll("\n", "\r\n"),
      "c/ballast.txt": OTHER,
    });
    const archive = await makeArchive(join(folder.dir, "archive"));
    await take(archive, pile);
    await openAll(archive);
    expect((await findTraces(archive)).length).toBeGreaterThan(3);

    const id = await findWorkId(archive, "Zwielichthafen");
    const report = await eraseWork(archive, id, context);
    expect(report).toMatchObject({ stories: 2, originals: 2, others: 0 });
    expect(await findTraces(archive)).toEqual([]);

    await rebuildCatalogue(archive, {
      ...context,
      stop: new AbortController().signal,
      onProgress: () => undefined,
    });
    const again = await take(archive, pile);
    expect(again).toMatchObject({ kept: 0, known: 1, keptOut: 2 });
    expect(await findTraces(archive)).toEqual([]);
    expect((await readStatus(archive, context)).works).toBe(1);

    const site = await openSite(archive, context);
    await expect(site.useCases.story({ kind: "visitor" }, id)).rejects.toMatchObject({ httpStatus: 410 });
    await site.close();
  });

  test("keeps the other story of the same file, its offsets and its page", async () => {
    await using folder = await makeFolder();
    const pile = await writePile(join(folder.dir, "pile"), { "two.txt": `${ERASED}\n\n\n${OTHER}` });
    const archive = await makeArchive(join(folder.dir, "archive"));
    const taken = await take(archive, pile);
    expect(taken.works).toBe(2);
    await openAll(archive);
    const report = await eraseWork(archive, await findWorkId(archive, "Zwielichthafen"), context);
    expect(report).toMatchObject({ originals: 1, others: 1 });
    expect(await findTraces(archive)).toEqual([]);
    const site = await openSite(archive, context);
    const found = await site.useCases.search({ kind: "visitor" }, { text: "Marta lantern", page: 1 });
    expect([...found.records.rows, ...found.stories.rows].map((hit) => hit.work.title)).toEqual(["Ballast"]);
    await site.close();
  });

  test("does not let the same text in under another name and wrapping", async () => {
    await using folder = await makeFolder();
    const archive = await makeArchive(join(folder.dir, "archive"));
    await take(
      archive,
      await writePile(join(folder.dir, "pile"), { "zwielicht-datei.txt": ERASED, "ballast.txt": OTHER }),
    );
    await eraseWork(archive, await findWorkId(archive, "Zwielichthafen"), context);
    const rewrapped = `Posted for a friend\n\n${prose("Ottokar").replaceAll(". ", ".\n")}\n`;
    const report = await take(
      archive,
      await writePile(join(folder.dir, "other"), { "found/again.txt": rewrapped }),
    );
    expect(report.keptOut).toBe(1);
    expect(await findTraces(archive)).toEqual([]);
  });
});
