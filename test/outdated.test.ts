import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examineArchive, inspectFile, readStatus } from "../src/app/index.ts";
import { context, makeArchive, makeFolder, take, writePile } from "./support/archive.ts";

const OWN_LABELS = `rows:
  - id: ship
    name: Ship
    field: pairing
    value: pairings
    since: 2026
    labels: { shipping forecast: K }
`;

test("an archive whose own vocabulary changed is rebuilt before a pile is added, and reads old files anew", async () => {
  await using folder = await makeFolder();
  const archive = await makeArchive(join(folder.dir, "archive"));
  const story = `TITLE: Gale\nSHIPPING FORECAST: Ada/Brix\nAUTHOR: Umber\n\n${"The wind went round and nobody spoke of it. ".repeat(20)}\n`;
  await take(archive, await writePile(join(folder.dir, "one"), { "gale.txt": story }));
  expect((await readStatus(archive, context)).questions.map((question) => question.code)).toContain("U-001");

  await mkdir(join(archive, "vocabularies"), { recursive: true });
  await writeFile(join(archive, "vocabularies", "header-labels.yaml"), OWN_LABELS);
  const health = await examineArchive(archive, { ...context, workingDir: folder.dir });
  expect(health.find((finding) => !finding.fit)?.todo).toContain("fanlight rebuild");

  await take(
    archive,
    await writePile(join(folder.dir, "two"), {
      "calm.txt": story.replace("Gale", "Calm").replaceAll("wind", "sea"),
    }),
  );
  const status = await readStatus(archive, context);
  expect(status.works).toBe(2);
  expect(status.questions.map((question) => question.code)).not.toContain("U-001");
});

test("a file that is named by hand is understood with the shipped vocabularies", async () => {
  await using folder = await makeFolder();
  const pile = await writePile(folder.dir, {
    "gale.txt":
      "TITLE: Gale\nAUTHOR: Umber\n\nThe wind went round. It went round again, and nobody spoke of it.\n",
  });
  const [story] = await inspectFile(join(pile, "gale.txt"));
  expect(story?.fields["title"]?.[0]?.asWritten).toBe("Gale");
});
