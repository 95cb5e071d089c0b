import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { JSX } from "hono/jsx/jsx-runtime";
import { describe, expect, it } from "vitest";
import { createLinks } from "../web/create-links.ts";
import { createSay } from "../web/create-say.ts";
import { loadAssets } from "../web/load-assets.ts";
import { loadMessages } from "../web/load-messages.ts";
import { renderPage } from "../web/render-page.ts";
import { blocksToHtml } from "../text/blocks-to-html.ts";
import { AboutPage } from "./AboutPage.tsx";
import { AsPostedPage } from "./AsPostedPage.tsx";
import { BrowsePage } from "./BrowsePage.tsx";
import { ChapterPage } from "./ChapterPage.tsx";
import { ChecklistPage } from "./ChecklistPage.tsx";
import { ClosedPage } from "./ClosedPage.tsx";
import type { Frame } from "./frame.ts";
import { HomePage } from "./HomePage.tsx";
import { ImportPage } from "./ImportPage.tsx";
import { KeeperHomePage } from "./KeeperHomePage.tsx";
import { KeeperSignInPage } from "./KeeperSignInPage.tsx";
import { QuestionsPage } from "./QuestionsPage.tsx";
import { SearchPage } from "./SearchPage.tsx";
import { StoryPage } from "./StoryPage.tsx";
import { TroublePage, TROUBLES } from "./TroublePage.tsx";
import { WithdrawPage } from "./WithdrawPage.tsx";

const EVIL = `<img src=x onerror=alert(1)>"'&`;

const frame: Frame = {
  say: createSay(loadMessages("en"), "en"),
  links: createLinks(loadAssets()),
  language: "en",
  archiveName: `Attic ${EVIL}`,
  theme: "sepia",
  textSize: "large",
  here: "/browse?page=2",
  isKeeper: true,
  formKey: "form-key-of-this-session",
};

const row = {
  href: "/story/w1",
  title: `Doors ${EVIL}`,
  isTitled: true,
  by: `Marigold ${EVIL}`,
  pairings: [`Ruth/Ilse ${EVIL}`],
  fandoms: ["Harbour Lights"],
  rating: "PG-13",
  warnings: [`grief ${EVIL}`],
  notesRemark: null,
  summary: `A lamp. ${EVIL}`,
  facts: ["2,100 words"],
  language: "en",
  standing: "held: ask first",
};
const notes = { stance: "declared" as const, words: [`grief, ${EVIL}`] };
const stated = { asWritten: `R/I ${EVIL}`, usualForm: "Ruth/Ilse", remark: null };
const pager = { page: 2, pages: 3, previousHref: "/browse", nextHref: "/browse?page=3" };
const story = `First paragraph, with <b>signs</b> & ${EVIL}`;
const html = blocksToHtml(story, [
  {
    kind: "paragraph",
    range: { start: 0, end: story.length },
    inlines: [{ kind: "text", range: { start: 0, end: story.length } }],
  },
]);
const lane = { id: "kept", label: "Kept", done: 1, total: 2, counted: "1 of 2" };
const running = {
  jobId: "j1",
  name: `Box ${EVIL}`,
  state: "running" as const,
  sentence: "Running",
  lastFile: `a ${EVIL}.txt`,
  found: ["1 story"],
  failure: null,
  lanes: [lane, { ...lane, id: "read", total: null }],
  href: "/keeper/imports/j1",
  rescueHref: null,
};

const storyPage = (
  <StoryPage
    frame={frame}
    title={row.title}
    isTitled
    language="en"
    by={[]}
    facts={["2,100 words"]}
    notes={notes}
    summary={null}
    main={[
      { label: "Pairing", values: [stated] },
      { label: "Fandom", values: [] },
    ]}
    further={[{ label: "Dedication", values: [stated] }]}
    parts={[
      { label: "Part 1", href: "/story/w1/1", facts: ["9 min"] },
      { label: "Part 2 is missing.", href: null, facts: [] },
    ]}
    readHref="/story/w1/1"
    witnesses={[{ label: "Original", path: `a ${EVIL}.txt`, from: "from Box", href: "/as-posted/s1" }]}
    standing="Its rescue is not open yet."
    withdrawHref="/keeper/works/w1/withdraw"
  />
);
const chapterPage = (
  <ChapterPage
    frame={frame}
    title={row.title}
    by="by Marigold"
    storyHref="/story/w1"
    asPostedHref="/as-posted/s1"
    progress="1 of 2"
    facts={["9 minutes"]}
    language="he"
    direction="rtl"
    notes={notes}
    authorNotes={[`Thanks ${EVIL}`]}
    html={html}
    contents={[{ label: "Part 1", href: "/story/w1/1", isHere: true }]}
    previous={null}
    next={{ label: "Part 3", href: "/story/w1/2" }}
    gaps={["Part 2 is missing here."]}
    standing={null}
  />
);
const postedPage = (
  <AsPostedPage
    frame={frame}
    title={row.title}
    by="by Marigold"
    storyHref="/story/w1"
    readHref="/story/w1/1"
    path={`a ${EVIL}.txt`}
    facts={["20 bytes"]}
    remarks={["One private detail is covered."]}
    notes={notes}
    legend={[{ field: "title", label: "title", count: 2 }]}
    stretches={[
      { text: `TITLE: ${EVIL}`, field: "title", label: "title" },
      { text: "\n\n", field: null, label: null },
      { text: "Once.", field: "story", label: "story" },
    ]}
    language="en"
    direction="ltr"
    standing={null}
  />
);

const PAGES: Readonly<Record<string, JSX.Element>> = {
  home: (
    <HomePage
      frame={frame}
      headline="Forty stories."
      counted="40 stories"
      bars={[{ year: "2001", works: 3, height: 100, href: "/browse?year=2001" }]}
      undated={{ works: 2, href: "/browse?year=not-stated" }}
      missing={{ works: 1, href: "/browse?missing=part" }}
      latest={[row]}
    />
  ),
  browse: (
    <BrowsePage
      frame={frame}
      counted="746 stories"
      only={{ label: "posted in 2001", clearHref: "/browse" }}
      sorts={[{ id: "title", label: "Title" }]}
      sort="title"
      kept={[{ name: "year", value: "2001" }]}
      rows={[row, { ...row, by: null, isTitled: false }]}
      pager={pager}
    />
  ),
  search: (
    <SearchPage
      frame={frame}
      text={EVIL}
      counted="1 story"
      remarks={[]}
      records={[{ row, snippet: [], snippetHref: "/story/w1" }]}
      stories={[{ row, snippet: [{ text: EVIL, hit: true }], snippetHref: "/story/w1/1" }]}
      pager={pager}
    />
  ),
  story: storyPage,
  chapter: chapterPage,
  posted: postedPage,
  about: <AboutPage frame={frame} paragraphs={[EVIL]} counted="" contact={EVIL} version="0" />,
  closed: <ClosedPage frame={{ ...frame, archiveName: "", isKeeper: false }} />,
  signIn: <KeeperSignInPage frame={frame} wasWrong />,
  keeper: (
    <KeeperHomePage
      frame={frame}
      folder={EVIL}
      counted=""
      imports={[running]}
      rescues={[
        {
          id: "r1",
          name: EVIL,
          takenOn: "today",
          originals: 1,
          works: 1,
          questions: 1,
          damaged: 1,
          isOpen: false,
        },
        {
          id: "r2",
          name: "Two",
          takenOn: "today",
          originals: 1,
          works: 1,
          questions: 0,
          damaged: 0,
          isOpen: true,
        },
      ]}
      questions="27 kinds"
    />
  ),
  import: <ImportPage frame={frame} progress={running} />,
  checklist: (
    <ChecklistPage
      frame={frame}
      rescueId="r1"
      name={EVIL}
      isOpen={false}
      willOpen={3}
      lines={[{ label: EVIL, count: 1, meaning: null }]}
      stamp="s"
      questionsHref="/keeper/questions"
    />
  ),
  questions: (
    <QuestionsPage
      frame={frame}
      questions={[
        {
          code: "T-001",
          severity: "question",
          title: EVIL,
          hint: EVIL,
          count: 2,
          examples: [{ detail: EVIL, path: EVIL, href: null }],
        },
      ]}
    />
  ),
  withdraw: <WithdrawPage frame={frame} workId="w1" title={EVIL} storyHref="/story/w1" />,
  ...Object.fromEntries(
    TROUBLES.map((trouble) => [trouble, <TroublePage frame={frame} trouble={trouble} detail={EVIL} />]),
  ),
};

function* elementsOf(node: Root | RootContent): Generator<Element> {
  if (node.type === "element") yield node;
  if ("children" in node) for (const child of node.children) yield* elementsOf(child);
}

function textOf(node: Root | RootContent): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map((child) => textOf(child)).join("") : "";
}

const parse = (page: JSX.Element) => [...elementsOf(fromHtml(renderPage(page)))];
const find = (elements: readonly Element[], tag: string) =>
  elements.filter((element) => element.tagName === tag);

describe.each(Object.entries(PAGES))("the page %s", (_name, page) => {
  const elements = parse(page);

  it("is a whole document: a language, a title, one main part, one first heading, a way past the bar", () => {
    expect(renderPage(page)).toMatch(
      /^<!doctype html><html lang="en" data-theme="sepia" data-size="large">/u,
    );
    expect(find(elements, "title").map((title) => textOf(title))[0]).toBeTruthy();
    expect(find(elements, "main").map((main) => main.properties["id"])).toEqual(["main"]);
    expect(find(elements, "h1")).toHaveLength(1);
    expect(find(elements, "a")[0]?.properties["href"]).toBe("#main");
  });

  it("asks robots to stay away and loads only its own files", () => {
    const robots = find(elements, "meta").find((meta) => meta.properties["name"] === "robots");
    expect(robots?.properties["content"]).toMatch(/noindex/u);
    const addresses = elements.flatMap((element) => [
      element.properties["src"],
      element.tagName === "link" ? element.properties["href"] : undefined,
    ]);
    for (const address of addresses) if (address !== undefined) expect(address).toMatch(/^\/assets\//u);
  });

  it("lets no word become markup, and needs no style or script in the page itself", () => {
    expect(find(elements, "img")).toEqual([]);
    for (const element of elements) {
      expect(Object.keys(element.properties).filter((name) => /^on|^style$/iu.test(name))).toEqual([]);
      if (element.tagName === "script" || element.tagName === "style") expect(textOf(element)).toBe("");
    }
  });

  it("names every field and carries the keeper's mark in every form that changes the archive", () => {
    const ids = new Set(find(elements, "label").map((label) => String(label.properties["htmlFor"])));
    const labelled = new Set(find(elements, "label").flatMap((label) => Array.from(elementsOf(label))));
    for (const input of [...find(elements, "input"), ...find(elements, "select")]) {
      if (input.properties["type"] === "hidden") continue;
      expect(
        ids.has(input.properties["id"] ?? "") ||
          labelled.has(input) ||
          Boolean(input.properties["ariaLabel"]),
      ).toBe(true);
    }
    for (const form of find(elements, "form")) {
      const action = String(form.properties["action"]);
      if (
        form.properties["method"] !== "post" ||
        !action.startsWith("/keeper/") ||
        action === "/keeper/sign-in"
      )
        continue;
      const first = find([...elementsOf(form)], "input")[0];
      expect([first?.properties["name"], first?.properties["value"]]).toEqual(["form-key", frame.formKey]);
    }
  });
});

describe("the pages", () => {
  it.each([
    ["chapter", chapterPage, "First paragraph"],
    ["posted", postedPage, "Once."],
  ])("have the content notes before the first words of the story: %s", (_name, page, first) => {
    const text = textOf(fromHtml(renderPage(page)));
    expect(text.indexOf("grief,")).toBeGreaterThan(0);
    expect(text.indexOf("grief,")).toBeLessThan(text.indexOf(first));
  });

  it("say *not stated* for what nobody wrote, and call for a missing part", () => {
    const text = textOf(fromHtml(renderPage(storyPage)));
    expect(text).toContain("by not stated");
    expect(text).toContain("Fandomnot stated");
    expect(text).toMatch(/Part 2 is missing\.\s*Do you have it\?/u);
  });

  it("keep the language and direction of a story", () => {
    const article = find(parse(chapterPage), "article")[0];
    expect([article?.properties["lang"], article?.properties["dir"]]).toEqual(["he", "rtl"]);
  });

  it("show the original letter by letter", () => {
    const original = find(parse(postedPage), "pre")[0];
    expect(original && textOf(original)).toBe(`TITLE: ${EVIL}\n\nOnce.`);
  });

  it("tell a visitor of a closed archive neither its name nor a way in but the keeper's", () => {
    const closed = parse(PAGES["closed"] ?? storyPage);
    const hrefs = find(closed, "a").map((link) => link.properties["href"]);
    expect(hrefs.filter((href) => href !== "#main" && href !== "/" && href !== "/keeper")).toEqual([]);
  });

  it.each([
    ["none", "nothing to warn of"],
    ["silent", "does not mean that there is nothing to note"],
    ["chose-not-to-warn", "chose not to warn"],
    ["hidden-at-source", "did not pass on"],
  ] as const)("tell the stance %s apart", (stance, words) => {
    const page = renderPage(ChapterPage({ ...chapterProps(), notes: { stance, words: [] } }));
    expect(textOf(fromHtml(page))).toContain(words);
  });
});

function chapterProps(): Parameters<typeof ChapterPage>[0] {
  return {
    frame,
    title: "Doors",
    by: "by Marigold",
    storyHref: "/story/w1",
    asPostedHref: "/as-posted/s1",
    progress: "",
    facts: [],
    language: null,
    direction: "ltr",
    notes,
    authorNotes: [],
    html,
    contents: [],
    previous: null,
    next: null,
    gaps: [],
    standing: null,
  };
}
