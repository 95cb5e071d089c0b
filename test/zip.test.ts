import { Buffer } from "node:buffer";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { eraseWork, openSite, verifyArchive, dumpArchive } from "../src/app/index.ts";
import { context, makeArchive, makeFolder, openAll, take, writePile } from "./support/archive.ts";

const story = (title: string, who: string): string =>
  `TITLE: ${title}\nAUTHOR: Umber\nSUMMARY: ${who} waits.\n\n${`${who} looked at the tide tables again and did not believe them. `.repeat(12)}\n\nThe End\n`;

async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const writer = new ZipFile();
  for (const [name, content] of Object.entries(files))
    writer.addBuffer(Buffer.from(content as string), name, { mtime: new Date(0) });
  writer.end();
  return Buffer.concat(await Array.fromAsync(writer.outputStream as AsyncIterable<Buffer>));
}

test("a zip of texts, with another zip inside, is kept as it is and its stories can be read", async () => {
  await using folder = await makeFolder();
  const inner = await zip({ "deep.txt": story("Deep Water", "Ruth") });
  const outer = await zip({ "box/high.txt": story("High Water", "Nessa"), "box/more.zip": inner });
  const archive = await makeArchive(join(folder.dir, "archive"));
  const report = await take(archive, await writePile(join(folder.dir, "pile"), { "box.zip": outer }));
  expect(report).toMatchObject({ kept: 1, stories: 2, works: 2, issues: [] });
  await openAll(archive);

  const site = await openSite(archive, context);
  const visitor = { kind: "visitor" } as const;
  const found = await site.useCases.search(visitor, { text: "Ruth tide", page: 1 });
  const work = [...found.records.rows, ...found.stories.rows][0]?.work;
  expect(work?.title).toBe("Deep Water");
  const chapter = await site.useCases.chapter(visitor, work?.id ?? "", 1);
  expect(chapter.html).toContain("Ruth looked at the tide tables");
  await site.close();

  const findings: unknown[] = [];
  await verifyArchive(archive, {
    ...context,
    stop: new AbortController().signal,
    onFinding: (finding) => findings.push(finding),
  });
  expect(findings).toEqual([]);
});

test("a story in a zip with others is not erased by halves: it says so and destroys nothing", async () => {
  await using folder = await makeFolder();
  const box = await zip({ "a.txt": story("High Water", "Nessa"), "b.txt": story("Slack Water", "Pell") });
  const archive = await makeArchive(join(folder.dir, "archive"));
  await take(archive, await writePile(join(folder.dir, "pile"), { "box.zip": box }));
  const lines = await Array.fromAsync(dumpArchive(archive, { unmasked: true }));
  const work = lines
    .map((line) => JSON.parse(line) as { table: string; id: string })
    .find((row) => row.table === "work");
  await expect(eraseWork(archive, work?.id ?? "", context)).rejects.toThrow(/container/);
  expect(await Array.fromAsync(dumpArchive(archive, { unmasked: true }))).toEqual(lines);
});
