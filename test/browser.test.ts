import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dumpArchive, openSite, SAMPLE_PILE, withdrawWork, type OpenSite } from "../src/app/index.ts";
import { THEMES } from "../src/pages/frame.ts";
import { createSite } from "../src/web/create-site.tsx";
import { startServer, type RunningServer } from "../src/web/start-server.ts";
import {
  context as appContext,
  makeArchive,
  makeFolder,
  openAll,
  take,
  writePile,
} from "./support/archive.ts";
import { skipUnless } from "./support/skip-or-fail.ts";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const TOKEN = "a-token-that-nobody-guesses-1234567890";
const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const FIRST_VIEW_BYTES = 150 * 1024;

/** An element as the functions below use it: they run in the page, and this project compiles without the DOM's types. */
interface PageElement {
  readonly outerHTML: string;
  getBoundingClientRect(): { readonly top: number; readonly bottom: number };
}
declare const document: {
  readonly documentElement: {
    readonly dataset: Record<string, string | undefined>;
    readonly scrollWidth: number;
  };
  readonly fonts: { readonly ready: Promise<unknown>; check(font: string): boolean };
  readonly activeElement: PageElement | null;
  readonly body: PageElement;
};
declare const innerWidth: number;
declare const innerHeight: number;
declare function getComputedStyle(
  element: unknown,
): Readonly<Record<"outlineStyle" | "fill" | "backgroundColor" | "display", string>>;

/** An archive and its site, served. */
interface Served {
  readonly site: OpenSite;
  readonly server: RunningServer;
  readonly archive: string;
}

async function serve(archive: string): Promise<Served> {
  const site = await openSite(archive, appContext);
  const app = createSite({ archive: site.useCases, keeperToken: TOKEN });
  return { site, server: await startServer({ host: "127.0.0.1", port: 0, site: app }), archive };
}

async function listWorks(archive: string): Promise<ReadonlyMap<string, string>> {
  const works = new Map<string, string>();
  for await (const line of dumpArchive(archive, { unmasked: true })) {
    const row = JSON.parse(line) as { table: string; id: string; title?: string | null };
    if (row.table === "work") works.set(row.title ?? row.id, row.id);
  }
  return works;
}

/** A page that fails the test when it asks for anything elsewhere or complains. */
async function openPage(
  context: BrowserContext,
  address: string,
): Promise<{ page: Page; troubles: string[] }> {
  const page = await context.newPage();
  const troubles: string[] = [];
  const origin = new URL(address).origin;
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) troubles.push(`asks ${request.url()}`);
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    // The browser itself reports a page's own status, such as 404.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      troubles.push(message.text());
  });
  await page.goto(address);
  return { page, troubles };
}

/** Everything that keeps somebody out of this page, in each theme. */
async function findBarriers(page: Page, name: string): Promise<string[]> {
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const theme of THEMES) {
    // A theme changes colours and nothing else: all rules once, those of colour in each.
    const run = theme === "auto" ? { runOnly: RULES } : { runOnly: ["color-contrast"] };
    const violations = await page.evaluate(
      async ([wanted, options]) => {
        document.documentElement.dataset["theme"] = wanted;
        if (wanted === "auto") delete document.documentElement.dataset["theme"];
        const { axe: checker } = globalThis as unknown as { axe: typeof axe };
        const result = await checker.run(document, options);
        return result.violations.map(
          (violation) => `${violation.id}: ${violation.nodes[0]?.target.join(" ")}`,
        );
      },
      [theme, run] as const,
    );
    found.push(...violations.map((violation) => `${name} ${theme} ${violation}`));
  }
  return found;
}

describe("the pages in a browser", () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  let open: Served;
  let closed: Served;
  let browser: Browser;
  let works: ReadonlyMap<string, string>;
  let pile: string;

  beforeAll(async () => {
    if (!existsSync(CHROMIUM)) return;
    folder = await makeFolder();
    const archive = await makeArchive(join(folder.dir, "open"));
    await take(archive, SAMPLE_PILE);
    await openAll(archive);
    works = await listWorks(archive);
    await withdrawWork(archive, workOf("Lights Out"), appContext);
    open = await serve(archive);
    closed = await serve(await makeArchive(join(folder.dir, "closed")));
    pile = await writePile(join(folder.dir, "pile"), {
      "late.txt":
        "TITLE: Late\nAUTHOR: Skua\n\nIt was late, and then it was later, and the lamp went on.\n\nThe End\n",
    });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    }); // prettier-ignore
  }, 120_000);
  afterAll(async () => {
    if (!existsSync(CHROMIUM)) return;
    await browser.close();
    for (const { server, site } of [open, closed]) {
      await server.close();
      await site.close();
    }
    await folder[Symbol.asyncDispose]();
  });
  beforeEach(() =>
    skipUnless(existsSync(CHROMIUM), `No browser at "${CHROMIUM}": install Chromium or set CHROMIUM`),
  );

  const workOf = (title: string) => {
    const id = works.get(title);
    if (id === undefined) throw new Error(`The sample pile has no work "${title}"`);
    return id;
  };

  const PUBLIC: Readonly<Record<string, () => string>> = {
    home: () => "/",
    browse: () => "/browse?sort=newest",
    search: () => "/search?q=lamp",
    "search, nothing found": () => "/search?q=zzyzx",
    "a story with a missing part": () => `/story/${workOf("OVERTIME")}`,
    "an untold story": () => `/story/${workOf("What the Light Said to the Water")}`,
    reading: () => `/story/${workOf("Ballast")}/1`,
    "reading Russian": () => `/story/${workOf("Письмо с третьей лестницы")}/1`,
    about: () => "/about",
    "not found": () => "/nowhere",
    gone: () => `/story/${workOf("Lights Out")}`,
    "the keeper's door": () => "/keeper?wrong",
  };
  const KEEPERS: Readonly<Record<string, () => string>> = {
    "the keeper's home": () => "/keeper",
    checklist: () => "/keeper/rescues/r1",
    questions: () => "/keeper/questions",
    withdraw: () => `/keeper/works/${workOf("Ballast")}/withdraw`,
  };

  test.each([
    ...Object.entries(PUBLIC).map(([name, path]) => [name, path, false] as const),
    ...Object.entries(KEEPERS).map(([name, path]) => [name, path, true] as const),
  ])(
    "%s: no barrier in any theme, wide or narrow; nothing from elsewhere; no sideways scroll",
    async (name, path, isKeepers) => {
      for (const width of [1280, 320]) {
        const context = await browser.newContext({ viewport: { width, height: 800 } });
        if (isKeepers) await (await context.newPage()).goto(`${open.server.url}/keeper?token=${TOKEN}`);
        const { page, troubles } = await openPage(context, open.server.url + path());
        expect(troubles).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(await findBarriers(page, `${name} at ${width}`)).toEqual([]);
        await context.close();
      }
    },
    60_000,
  );

  test("as posted: no barrier, and the typewriter face has arrived", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const { page, troubles } = await openPage(context, `${open.server.url}/story/${workOf("Ballast")}/1`);
    await page.getByRole("link", { name: "as posted" }).click();
    await page.waitForURL(/as-posted/u);
    expect(
      await page.evaluate(() =>
        document.fonts.ready.then(() => document.fonts.check('16px "Courier Prime"')),
      ),
    ).toBe(true);
    expect(await page.locator("pre mark").count()).toBeGreaterThan(5);
    expect(await findBarriers(page, "as posted")).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("a closed archive: no barrier, and no name", async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, closed.server.url);
    expect(await findBarriers(page, "closed")).toEqual([]);
    expect(await page.content()).not.toContain("A test archive");
    await context.close();
  });

  test("the first view is small", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on("response", (response) => sizes.push(response.body().then((body) => body.length)));
    await page.goto(open.server.url, { waitUntil: "networkidle" });
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(80 * 1024);
    expect(total).toBeLessThanOrEqual(FIRST_VIEW_BYTES);
    await context.close();
  });

  test("everything works with the keyboard alone, and one sees where one is", async () => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const { page } = await openPage(context, open.server.url);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the main part" });
    expect(
      await skip.evaluate((link) => document.activeElement === link && link.getBoundingClientRect().top >= 0),
    ).toBe(true);
    await page.keyboard.press("Enter");
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const active = document.activeElement;
        if (active === null || active === document.body) return "nothing has the focus";
        const style = getComputedStyle(active);
        const box = active.getBoundingClientRect();
        const isInView = box.bottom > 0 && box.top < innerHeight;
        return isInView && style.outlineStyle !== "none"
          ? ""
          : `${active.outerHTML.slice(0, 80)} is not seen`;
      });
      expect(seen).toBe("");
    }
    await page.keyboard.press("Shift+Tab");
    await page.locator("h1").click();
    await page.keyboard.press("/");
    await page.keyboard.type("lamp");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\?q=lamp/u);
    await context.close();
  });

  test("targets are large enough on a phone", async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
    const { page } = await openPage(context, `${open.server.url}/story/${workOf("Ballast")}/1`);
    const small = await page.locator(".top a, .top summary, .chapter-nav a").evaluateAll((links) =>
      links
        .map((link) => ({ box: link.getBoundingClientRect(), text: link.textContent }))
        .filter(({ box }) => box.height > 0 && (box.height < 24 || box.width < 24))
        .map(({ text }) => text),
    );
    expect(small).toEqual([]);
    await context.close();
  });

  test("a theme takes effect at once and stays, with and without scripts", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled });
      const { page } = await openPage(context, `${open.server.url}/browse?sort=newest`);
      await page.getByText("Aa", { exact: true }).click();
      await page.getByLabel("Night").check();
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Use these" }).click();
      await expect.poll(async () => await page.locator("html").getAttribute("data-theme")).toBe("night");
      expect(page.url()).toBe(`${open.server.url}/browse?sort=newest`);
      await expect
        .poll(async () => (await context.cookies()).find((cookie) => cookie.name === "fanlight-look")?.value)
        .toBe("night.normal");
      await page.goto(`${open.server.url}/about`);
      expect(await page.locator("html").getAttribute("data-theme")).toBe("night");
      await context.close();
    }
  });

  test("a reader needs no scripts: front, list, story, text, search", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(context, open.server.url);
    await page.getByRole("link", { name: "Browse all stories" }).click();
    await page.getByLabel("Sort").selectOption("longest");
    await page.getByRole("button", { name: "Sort the list" }).click();
    await page.waitForURL(/sort=longest/u);
    await page.locator(".row h2 a").first().click();
    await page.getByRole("link", { name: "Read", exact: true }).click();
    expect(await page.locator(".prose p").count()).toBeGreaterThan(3);
    await page.getByText("Contents", { exact: true }).click();
    expect(await page.getByRole("navigation", { name: "Contents" }).isVisible()).toBe(true);
    await page.goto(open.server.url);
    await page.getByRole("searchbox").fill('"the lamp"');
    await page.getByRole("button", { name: "Search" }).click();
    expect(await page.locator(".snippet mark").count()).toBeGreaterThan(0);
    await context.close();
  });

  test.each([true, false])(
    "a keeper hands in files, looks and opens (scripts: %s)",
    async (javaScriptEnabled) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const { page, troubles } = await openPage(context, `${closed.server.url}/keeper`);
      await page.getByLabel("Token").fill(TOKEN);
      await page.getByRole("button", { name: "Go in" }).click();
      const name = javaScriptEnabled ? "With scripts" : "Without scripts";
      await page.getByLabel("What do you call this rescue?").fill(name);
      await page.getByLabel("Single files or a zip").setInputFiles(join(pile, "late.txt"));
      await page.getByRole("button", { name: "Take these in" }).click();
      await page.waitForURL(/\/keeper\/imports\//u);
      const isDone = async () => {
        if (!javaScriptEnabled) await page.reload();
        return (await page.locator("main").textContent())?.includes("Done.") === true;
      };
      await expect.poll(isDone, { timeout: 30_000, interval: 500 }).toBe(true);
      await page.getByRole("link", { name: "Look at the counts and open it" }).click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(`Opening “${name}”`);
      await page.getByLabel("I have looked at these counts.").check();
      await page.getByRole("button", { name: /^Open:/u }).click();
      await page.waitForURL(`${closed.server.url}/keeper`);
      expect(await page.locator(".rescue .open").count()).toBeGreaterThan(0);
      expect(troubles).toEqual([]);
      await context.close();
    },
    60_000,
  );

  test("colours of the reader's own system leave everything readable", async () => {
    const context = await browser.newContext({ forcedColors: "active" });
    const { page } = await openPage(context, open.server.url);
    const bar = page.locator(".year-bars .upright rect").first();
    const fill = await bar.evaluate((rect) => getComputedStyle(rect).fill);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(fill).not.toBe(background);
    await context.close();
  });

  test("prints the story and nothing around it", async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${open.server.url}/story/${workOf("Ballast")}/1`);
    await page.emulateMedia({ media: "print" });
    expect(
      await page
        .locator(".top, .foot, .chapter-nav")
        .evaluateAll((all) => all.every((one) => getComputedStyle(one).display === "none")),
    ).toBe(true);
    expect(await page.locator(".notes-box").isVisible()).toBe(true);
    expect(await page.locator(".prose").isVisible()).toBe(true);
    await context.close();
  });
});
