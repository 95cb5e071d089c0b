import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeRescues, dumpArchive, openSite, withdrawWork, type OpenSite } from "../src/app/index.ts";
import { createSite } from "../src/web/create-site.tsx";
import { context, makeArchive, makeFolder, openAll, take, writePile } from "./support/archive.ts";

const prose = (who: string): string =>
  Array.from(
    { length: 15 },
    (_, at) => `${who} went down to the harbour for the ${at}th time that winter.`,
  ).join(" ");

const PILE = {
  "fine.txt": `TITLE: Fairweather\nAUTHOR: Umber\nSUMMARY: Nothing happens.\nARCHIVE: yes\n\n${prose("Rosalind")}\n\nThe End\n`,
  "asks.txt": `TITLE: Askfirstling\nAUTHOR: Petrel\nARCHIVE: please ask first\nSUMMARY: A heldone matter.\n\n${prose("Heldone")}\n\nThe End\n`,
  "no.txt": `TITLE: Neverkept\nAUTHOR: Skua\nARCHIVE: DO NOT ARCHIVE\nSUMMARY: A refusedone matter.\n\n${prose("Refusedone")}\n\nThe End\n`,
  "private.txt": `TITLE: Letterbox\nAUTHOR: Fulmar\nFEEDBACK: fulmar.writes@mail.example.org\nARCHIVE: yes\n\n${prose("Fulmarine")} Write to fulmar.writes@mail.example.org or call 020 7946 0018.\n\nThe End\n`,
};

/** What must not be found in any answer to a visitor. */
const HELD = ["Askfirstling", "Petrel", "Heldone", "Neverkept", "Skua", "Refusedone"];
const ADDRESS = ["fulmar.writes", "mail.example.org", "7946 0018"];

async function listIds(archive: string): Promise<{ works: Record<string, string>; stories: string[] }> {
  const works: Record<string, string> = {};
  const stories: string[] = [];
  for await (const line of dumpArchive(archive, { unmasked: true })) {
    const row = JSON.parse(line) as { table: string; id: string; title?: string };
    if (row.table === "work") works[row.title ?? ""] = row.id;
    if (row.table === "story") stories.push(row.id);
  }
  return { works, stories };
}

describe("a visitor", () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  let archive: string;
  let site: OpenSite;
  let app: ReturnType<typeof createSite>;
  let routes: string[];
  let ids: Awaited<ReturnType<typeof listIds>>;

  const ask = async (path: string): Promise<{ status: number; body: string }> => {
    const answer = await app.request(`http://127.0.0.1${path}`, { headers: { host: "127.0.0.1" } });
    return { status: answer.status, body: `${await answer.text()} ${[...answer.headers].flat().join(" ")}` };
  };

  beforeAll(async () => {
    folder = await makeFolder();
    const pile = await writePile(join(folder.dir, "pile"), PILE);
    archive = await makeArchive(join(folder.dir, "archive"));
    await take(archive, pile);
    ids = await listIds(archive);
    site = await openSite(archive, context);
    app = createSite({ archive: site.useCases, keeperToken: "a-token-that-nobody-guesses-1234567890" });
    routes = [
      "/", "/browse", "/browse?sort=newest", "/browse?sort=creator", "/search", "/search?q=harbour", "/search?q=heldone", "/search?q=refusedone", "/about", "/random", "/robots.txt",
      ...Object.values(ids.works).flatMap((id) => [`/story/${id}`, `/story/${id}/1`]),
      ...ids.stories.map((id) => `/as-posted/${id}`),
    ]; // prettier-ignore
  }, 120_000);
  afterAll(async () => {
    await site.close();
    await folder[Symbol.asyncDispose]();
  });

  test("gets nothing from any route of a fresh import", async () => {
    expect(Object.keys(ids.works)).toHaveLength(4);
    for (const route of routes) {
      const { body } = await ask(route);
      for (const word of [...HELD, ...ADDRESS, "Fairweather", "Umber", "Rosalind", "Letterbox", "Fulmar"]) {
        expect(body, `${route} tells "${word}"`).not.toContain(word);
      }
    }
  });

  test("gets nothing that is held after the rescue is opened, and no address", async () => {
    await openAll(archive);
    await expect.poll(async () => (await ask("/")).status).toBe(200);
    for (const route of routes) {
      const { body } = await ask(route);
      for (const word of [...HELD, ...ADDRESS])
        expect(
          body.replaceAll(`value="${word.toLowerCase()}"`, ""),
          `${route} tells "${word}"`,
        ).not.toContain(word);
    }
    expect((await ask("/browse")).body).toContain("Fairweather");
    expect((await ask(`/story/${ids.works["Askfirstling"]}`)).status).toBe(404);
  });

  test("finds nothing held by searching, and the same count as if it were not there", async () => {
    const found = await site.useCases.search({ kind: "visitor" }, { text: "heldone", page: 1 });
    expect(found).toMatchObject({ records: { total: 0 }, stories: { total: 0 } });
    const address = await site.useCases.search(
      { kind: "visitor" },
      { text: "fulmar.writes@mail.example.org", page: 1 },
    );
    expect(address).toMatchObject({ records: { total: 0 }, stories: { total: 0 } });
  });

  test("gets 410 without a name for a withdrawn work, in pages, lists and search", async () => {
    const id = ids.works["Letterbox"] ?? "";
    expect((await ask(`/story/${id}`)).status).toBe(200);
    await withdrawWork(archive, id, context);
    for (const route of [`/story/${id}`, `/story/${id}/1`]) {
      const { status, body } = await ask(route);
      expect(status).toBe(410);
      expect(body).not.toContain("Letterbox");
      expect(body).not.toContain("Fulmar");
    }
    expect((await ask("/browse")).body).not.toContain("Letterbox");
    expect((await ask("/search?q=fulmarine")).body).not.toContain("Letterbox");
  });

  test("gets nothing again once the rescue is closed", async () => {
    await closeRescues(archive, context);
    await expect.poll(async () => (await ask("/browse")).status).toBe(403);
    for (const route of routes) expect((await ask(route)).body).not.toContain("Fairweather");
  });

  test("is not let onto the keeper's pages, loopback or not", async () => {
    for (const route of ["/keeper", "/keeper/questions", "/keeper/rescues/r1", "/keeper?token=wrong"]) {
      const { body } = await ask(route);
      expect(body).not.toContain("r1");
      expect(body).not.toContain("pile");
    }
  });
});
