import { join } from "node:path";
import * as fc from "fast-check";
import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSite, type OpenSite } from "../src/app/index.ts";
import { createSite } from "../src/web/create-site.tsx";
import { context, makeArchive, makeFolder } from "./support/archive.ts";

const TOKEN = "a-token-that-nobody-guesses-1234567890";
const PROSE = Array.from({ length: 12 }, (_, at) => `Rosalind counted the lamps for the ${at}th time.`).join(
  " ",
);
const NOTES = "one lamp goes out";
const FILES = {
  "box/doors-1.txt": `TITLE: Doors (1/3)\nAUTHOR: Umber\nPAIRING: Ruth/Ilse\nWARNING: ${NOTES}\nARCHIVE: yes\n\n${PROSE}\n`,
  "box/doors-3.txt": `TITLE: Doors (3/3)\nAUTHOR: Umber\nPAIRING: Ruth/Ilse\nARCHIVE: yes\n\n${PROSE} Thirdly a wedge of light.\n\nThe End\n`,
  "box/plain.txt": `A Story With <b>Signs</b> & "Quotes"\n\nby Thessaly\n\n${PROSE} Write to thessaly@mail.example.org soon.\n\nThe End\n`,
};

function* elementsOf(node: Root | RootContent): Generator<Element> {
  if (node.type === "element") yield node;
  if ("children" in node) for (const child of node.children) yield* elementsOf(child);
}

function textOf(node: Root | RootContent | undefined): string {
  if (node === undefined) return "";
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map((child) => textOf(child)).join("") : "";
}

/** A page as a reader meets it. */
interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly heading: string;
  readonly links: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
}

function hrefOf(page: Seen, words: string): string {
  const href = page.links.get(words);
  if (href === undefined) throw new Error(`No link "${words}" among ${[...page.links.keys()].join(", ")}`);
  return href;
}

describe("the site, from the first file to the last", () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  let site: OpenSite;
  let app: ReturnType<typeof createSite>;
  let cookie = "";

  const see = async (path: string, init: RequestInit & { as?: "keeper" } = {}): Promise<Seen> => {
    const headers = new Headers(init.headers);
    if (init.as === "keeper") headers.set("cookie", cookie);
    const answer = await app.request(path, { ...init, headers });
    const tree = fromHtml(await answer.text());
    const elements = [...elementsOf(tree)];
    const pick = (tag: string, key: string, value: (element: Element) => string) =>
      new Map(
        elements
          .filter((element) => element.tagName === tag)
          .map((element) => [
            key === "" ? textOf(element).trim() : String(element.properties[key]),
            value(element),
          ]),
      );
    return {
      status: answer.status,
      headers: answer.headers,
      text: textOf(elements.find((element) => element.tagName === "main")),
      heading: textOf(elements.find((element) => element.tagName === "h1")),
      links: pick("a", "", (element) => String(element.properties["href"])),
      fields: pick("input", "name", (element) => String(element.properties["value"] ?? "")),
    };
  };
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    see(path, { method: "POST", body: new URLSearchParams(fields), as: "keeper" });

  beforeAll(async () => {
    folder = await makeFolder();
    const archive = await makeArchive(join(folder.dir, "archive"));
    site = await openSite(archive, context);
    app = createSite({ archive: site.useCases, keeperToken: TOKEN, hosts: ["stories.example.org"] });
  }, 60_000);
  afterAll(async () => {
    await site.close();
    await folder[Symbol.asyncDispose]();
  });

  test("is closed, and shows the keeper's door to whoever knocks", async () => {
    const front = await see("/");
    expect([front.status, front.heading]).toEqual([403, "This archive is not open yet"]);
    for (const path of ["/keeper", "/keeper/questions", "/keeper/anything", "/keeper/rescues/r1"]) {
      expect((await see(path)).status).toBe(401);
    }
    expect((await see("/keeper?token=wrong")).headers.get("location")).toBe("/keeper?wrong");
    expect(
      (
        await see("/keeper/sign-in", { method: "POST", body: new URLSearchParams({ token: "wrong" }) })
      ).headers.get("set-cookie"),
    ).toBeNull();
  });

  test("lets the keeper in by the printed link, and takes the token out of the address", async () => {
    const entered = await see(`/keeper?token=${TOKEN}`);
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/keeper"]);
    cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
    const home = await see("/keeper", { as: "keeper" });
    expect([home.status, home.heading]).toEqual([200, "Your archive"]);
    expect(home.headers.get("cache-control")).toBe("no-store");
    expect(home.text).toContain("Your disk is only read. Nothing leaves this computer.");
  });

  test("takes no file from a form that was not sent from the keeper's page", async () => {
    for (const key of ["", "made up"]) {
      const form = new FormData();
      form.append("form-key", key);
      form.append("files", new File(["x"], "x.txt"));
      expect((await see("/keeper/deliveries", { method: "POST", body: form, as: "keeper" })).status).toBe(
        403,
      );
    }
    expect((await see("/keeper/uploads", { method: "POST", as: "keeper" })).status).toBe(403);
    expect((await see("/keeper", { as: "keeper" })).text).toContain("Nothing has been taken in yet.");
  });

  test("takes a folder in by a plain form, and shows how it goes", async () => {
    const key = (await see("/keeper", { as: "keeper" })).fields.get("form-key") ?? "";
    const form = new FormData();
    form.append("form-key", key);
    form.append("name", "Blue box");
    for (const [path, text] of Object.entries(FILES)) form.append("folder", new File([text], path));
    form.append("files", new File([], ""));
    const sent = await see("/keeper/deliveries", { method: "POST", body: form, as: "keeper" });
    expect(sent.status).toBe(303);
    const job = sent.headers.get("location") ?? "";
    await expect
      .poll(async () => (await see(job, { as: "keeper" })).text, { timeout: 30_000 })
      .toContain("Done.");
    const done = await see(job, { as: "keeper" });
    expect(done.heading).toBe("Taking in “Blue box”");
    expect(done.text).toMatch(/Kept, unchanged3 of 3/u);
  }, 60_000);

  test("takes files one by one as the script sends them", async () => {
    const key = (await see("/keeper", { as: "keeper" })).fields.get("form-key") ?? "";
    const headers = { cookie, "x-form-key": key };
    const begun = await app.request("/keeper/uploads?name=Second", { method: "POST", headers });
    const { uploadId } = (await begun.json()) as { uploadId: string };
    const put = await app.request(`/keeper/uploads/${uploadId}/file?path=..%2F..%2Fescape.txt`, {
      method: "PUT",
      headers,
      body: `TITLE: Late\nAUTHOR: Skua\n\n${PROSE} Late.\n\nThe End\n`,
    });
    expect(put.status).toBe(200);
    const started = await app.request(`/keeper/uploads/${uploadId}/import`, { method: "POST", headers });
    const { href } = (await started.json()) as { href: string };
    await expect
      .poll(async () => (await see(href, { as: "keeper" })).text, { timeout: 30_000 })
      .toContain("Done.");
    const events = await (await app.request(`${href}/events`, { headers })).text();
    expect(events).toContain("event: progress");
    expect(events).toMatch(/event: end\s*\ndata:\s*\n*$/u);
  }, 60_000);

  test("stays closed until the counts were looked at", async () => {
    const home = await see("/keeper", { as: "keeper" });
    const list = await see(hrefOf(home, "Blue box"), { as: "keeper" });
    expect(list.heading).toBe("Opening “Blue box”");
    expect(list.text).toMatch(/Stories in all2/u);
    const key = list.fields.get("form-key") ?? "";
    const stamp = list.fields.get("stamp") ?? "";
    const open = `${hrefOf(home, "Blue box")}/open`;
    expect((await post(open, { "form-key": key, stamp })).status).toBe(400);
    expect((await post(open, { "form-key": "no", stamp, seen: "yes" })).status).toBe(403);
    expect((await post(open, { "form-key": key, stamp: "old", seen: "yes" })).status).toBe(400);
    expect((await see("/")).status).toBe(403);
    expect((await post(open, { "form-key": key, stamp, seen: "yes" })).status).toBe(303);
    await expect.poll(async () => (await see("/")).status).toBe(200);
  });

  test("leads from the front page to the last part of a story", async () => {
    expect((await see("/")).text).toContain("2 stories");
    const list = await see("/browse");
    expect(list.heading).toBe("2 stories");
    const work = await see(hrefOf(list, "Doors"));
    expect(work.heading).toBe("Doors");
    expect(work.text).toContain("Part 2 is missing.");
    expect(work.text).not.toContain("Blue box");
    expect(work.text).toContain("fandomnot stated");
    const first = await see(hrefOf(work, "Read"));
    expect(first.text.indexOf(NOTES)).toBeGreaterThan(0);
    expect(first.text.indexOf(NOTES)).toBeLessThan(first.text.indexOf("Rosalind counted"));
    const last = await see(hrefOf(first, "Part 3 →"));
    expect(last.text).toContain("Thirdly a wedge of light.");
    const original = await see(hrefOf(last, "as posted"));
    expect(original.text).toContain("TITLE: Doors (3/3)");
  });

  test("finds a half-remembered line, and hides an address", async () => {
    const found = await see("/search?q=%22wedge+of+light%22");
    expect(found.text).toContain("1 story by its text");
    expect((await see("/search?q=thessaly%40mail.example.org")).text).not.toContain("mail.example");
    const plain = await see(
      hrefOf(await see("/browse?sort=creator"), 'A Story With <b>Signs</b> & "Quotes"'),
    );
    const original = await see(hrefOf(plain, "Original"));
    expect(original.text).toContain('A Story With <b>Signs</b> & "Quotes"');
    expect(original.text).not.toContain("example.org");
  });

  test("answers a page that is known with its tag alone", async () => {
    const tag = (await see("/about")).headers.get("etag") ?? "";
    expect(tag).toMatch(/^"/u);
    const again = await see("/about", { headers: { "if-none-match": tag } });
    expect([again.status, again.text]).toEqual([304, ""]);
    const dusk = await see("/about", {
      headers: { cookie: "fanlight-look=dusk.normal", "if-none-match": tag },
    });
    expect(dusk.status).toBe(200);
  });

  test("keeps a look, and goes back to where one was, never elsewhere", async () => {
    for (const [back, wanted] of [
      ["/browse?page=1", "/browse?page=1"],
      ["//evil.example/", "/"],
      ["/\\evil.example", "/"],
      ["https://evil.example/", "/"],
    ] as const) {
      const kept = await see("/settings", {
        method: "POST",
        body: new URLSearchParams({ theme: "dusk", size: "large", back }),
      });
      expect([kept.status, kept.headers.get("location")]).toEqual([303, wanted]);
      expect(kept.headers.get("set-cookie")).toMatch(
        /^fanlight-look=dusk\.large; Path=\/; .*SameSite=Lax; HttpOnly$/u,
      );
    }
  });

  test.each([
    ["/nowhere", 404], ["/story/unknown", 404], ["/story/%00", 404], ["/story/..%2f..%2fetc", 404], ["/story/x/0", 404], ["/story/x/1e9", 404], ["/as-posted/'%20or%201", 404],
    ["/browse?page=0", 404], ["/browse?page=99999", 404], ["/browse?year=MMI", 404], ["/browse?sort=nonsense", 200], ["/%E0%A4%A", 404], ["/search?q=%E0%A4%A", 200], ["/search?q=%22", 200], ["/search?q=%00%07", 200], ["/search?q=*%20NEAR(%20%5E", 200], ["/search?page=x&q=a", 404], ["/assets/../package.json", 404], ["/assets/base.css", 404],
  ] as const)("answers %s with %i and a page", async (path, status) => {
    const page = await see(path);
    expect(page.status).toBe(status);
    expect(page.heading).not.toBe("");
    expect(page.text).not.toMatch(/\bat \w+ \(|Error:|SQLITE|node:/u);
  }); // prettier-ignore

  test("answers a question of ten thousand letters, shortened and said so", async () => {
    const page = await see(`/search?q=${"lamps+".repeat(1667)}`);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/Only the first/u);
  });

  test("answers whatever is asked with a page, never with a failure", async () => {
    const path = fc.constantFrom(
      "/",
      "/browse",
      "/search",
      "/story/",
      "/story/x/",
      "/as-posted/",
      "/keeper/",
      "/any/",
      "/assets/",
    );
    const words = fc.string({ unit: "grapheme", maxLength: 30 });
    const key = fc.constantFrom("q", "page", "sort", "year", "missing", "token", "x");
    const ask = fc.record({
      path,
      tail: fc.oneof(fc.constant(""), words),
      query: fc.array(fc.tuple(key, words), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(ask, async ({ path: start, tail, query }) => {
        const pairs = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
        const page = await see(`${start}${encodeURIComponent(tail)}${pairs === "" ? "" : `?${pairs}`}`);
        expect(page.status).toBeLessThan(500);
        expect(page.heading !== "" || page.status === 303).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("answers under its own names only", async () => {
    expect((await see("http://evil.example/")).status).toBe(421);
    expect((await see("http://stories.example.org/")).status).toBe(200);
  });

  test("lets nothing in from elsewhere and asks robots to stay away", async () => {
    for (const path of ["/", "/nowhere", "/keeper", "/robots.txt"]) {
      const { headers } = await see(path);
      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; .*frame-ancestors 'none'/u,
      );
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*|https?:/u);
      expect(headers.get("x-robots-tag")).toMatch(/noindex/u);
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect(await (await app.request("/robots.txt")).text()).toMatch(/User-agent: \*\nDisallow: \/\n/u);
  });

  test("takes a story from view at once: no title, no name, no reason", async () => {
    const address = hrefOf(await see("/browse"), "Doors");
    const part = await see(`${address}/1`);
    const asking = await see(hrefOf(await see(address, { as: "keeper" }), "Take this story from view"), {
      as: "keeper",
    });
    const key = asking.fields.get("form-key") ?? "";
    const work = address.split("/").at(-1);
    expect((await post(`/keeper/works/${work}/withdraw`, { "form-key": key })).status).toBe(303);
    await expect.poll(async () => (await see(address)).status).toBe(410);
    for (const path of [address, `${address}/1`, hrefOf(part, "as posted")]) {
      const gone = await see(path);
      expect([gone.status, gone.heading]).toEqual([410, "No longer here"]);
      expect(gone.text).not.toMatch(/Doors|Umber|Ruth/u);
    }
    expect((await see("/browse")).text).not.toContain("Doors");
  });

  test("closes again at once", async () => {
    const home = await see("/keeper", { as: "keeper" });
    const key = home.fields.get("form-key") ?? "";
    expect((await post(`${hrefOf(home, "Blue box")}/close`, { "form-key": key })).status).toBe(303);
    await expect.poll(async () => (await see("/browse")).status).toBe(403);
  });
});
