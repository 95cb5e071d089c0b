import { Hono } from "hono";
import { AboutPage } from "../../pages/AboutPage.tsx";
import { AsPostedPage } from "../../pages/AsPostedPage.tsx";
import { BrowsePage } from "../../pages/BrowsePage.tsx";
import { ChapterPage } from "../../pages/ChapterPage.tsx";
import { HomePage } from "../../pages/HomePage.tsx";
import { SearchPage } from "../../pages/SearchPage.tsx";
import { StoryPage } from "../../pages/StoryPage.tsx";
import { NotFoundError } from "../../terms/index.ts";
import { readBrowseQuery, readId, readNumber } from "../read-query.ts";
import { renderPage } from "../render-page.ts";
import { makeFrame, viewerOf, type SiteEnv, type SiteParts } from "../site-parts.ts";
import { makeAboutPage } from "../view-models/make-about-page.ts";
import { makeAsPostedPage } from "../view-models/make-as-posted-page.ts";
import { makeBrowsePage } from "../view-models/make-browse-page.ts";
import { makeChapterPage } from "../view-models/make-chapter-page.ts";
import { makeHomePage } from "../view-models/make-home-page.ts";
import { makeSearchPage } from "../view-models/make-search-page.ts";
import { makeStoryPage } from "../view-models/make-story-page.ts";

/** Everything a reader comes for. */
export function readingRoutes(parts: SiteParts): Hono<SiteEnv> {
  const { archive, links } = parts;
  return new Hono<SiteEnv>()
    .get("/", async (c) => {
      const home = await archive.home(viewerOf(c));
      return c.html(renderPage(<HomePage {...makeHomePage(makeFrame(parts, c), home)} />));
    })
    .get("/browse", async (c) => {
      const request = readBrowseQuery(c.req.query());
      const found = await archive.browse(viewerOf(c), request);
      return c.html(renderPage(<BrowsePage {...makeBrowsePage(makeFrame(parts, c), request, found)} />));
    })
    .get("/search", async (c) => {
      const text = c.req.query("q") ?? "";
      const page = readNumber(c.req.query("page") ?? "1");
      const found = text.trim() === "" ? null : await archive.search(viewerOf(c), { text, page });
      return c.html(renderPage(<SearchPage {...makeSearchPage(makeFrame(parts, c), found)} />));
    })
    .get("/any", async (c) => {
      const workId = await archive.anyWork(viewerOf(c));
      if (workId === null) throw new NotFoundError("Find any story: there is none yet");
      return c.redirect(links.story(workId), 303);
    })
    .get("/story/:work", async (c) => {
      const story = await archive.story(viewerOf(c), readId(c.req.param("work")));
      return c.html(renderPage(<StoryPage {...makeStoryPage(makeFrame(parts, c), story)} />));
    })
    .get("/story/:work/:place", async (c) => {
      const place = readNumber(c.req.param("place"));
      const chapter = await archive.chapter(viewerOf(c), readId(c.req.param("work")), place);
      return c.html(renderPage(<ChapterPage {...makeChapterPage(makeFrame(parts, c), chapter)} />));
    })
    .get("/as-posted/:story", async (c) => {
      const posted = await archive.asPosted(viewerOf(c), readId(c.req.param("story")));
      return c.html(renderPage(<AsPostedPage {...makeAsPostedPage(makeFrame(parts, c), posted)} />));
    })
    .get("/about", async (c) => {
      const about = await archive.about(viewerOf(c));
      return c.html(renderPage(<AboutPage {...makeAboutPage(makeFrame(parts, c), about)} />));
    });
}
