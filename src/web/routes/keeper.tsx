import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { ChecklistPage } from "../../pages/ChecklistPage.tsx";
import { ImportPage } from "../../pages/ImportPage.tsx";
import { KeeperHomePage } from "../../pages/KeeperHomePage.tsx";
import { QuestionsPage } from "../../pages/QuestionsPage.tsx";
import { WithdrawPage } from "../../pages/WithdrawPage.tsx";
import { UsageError } from "../../terms/index.ts";
import { readId, readText } from "../read-query.ts";
import { renderPage } from "../render-page.ts";
import { sendProgress } from "../send-progress.ts";
import { makeFrame, viewerOf, type SiteEnv, type SiteParts } from "../site-parts.ts";
import { makeChecklistPage } from "../view-models/make-checklist-page.ts";
import { makeImport } from "../view-models/make-import.ts";
import { makeKeeperHomePage } from "../view-models/make-keeper-home-page.ts";
import { makeQuestions } from "../view-models/make-questions.ts";
import { deliveryRoutes } from "./deliveries.ts";
import { keeperGate, requireFormKey } from "./keeper-gate.tsx";

const FORM_BYTES = 64 * 1024;

/** The keeper's pages: hand in, watch, look, open, close, withdraw. */
export function keeperRoutes(parts: SiteParts): Hono<SiteEnv> {
  const { archive, links } = parts;
  const smallForm = bodyLimit({ maxSize: FORM_BYTES });
  const routes = new Hono<SiteEnv>().route("/", keeperGate(parts)).route("/", deliveryRoutes(parts));
  routes
    .get("/keeper", async (c) => {
      const home = await archive.keeperHome(viewerOf(c));
      return c.html(renderPage(<KeeperHomePage {...makeKeeperHomePage(makeFrame(parts, c), home)} />));
    })
    .get("/keeper/imports/:job", async (c) => {
      const progress = await archive.importProgress(viewerOf(c), readId(c.req.param("job")));
      const frame = makeFrame(parts, c);
      return c.html(renderPage(<ImportPage frame={frame} progress={makeImport(frame, progress)} />));
    })
    .get("/keeper/imports/:job/events", (c) => sendProgress(parts, c, readId(c.req.param("job"))))
    .post("/keeper/imports/:job/stop", smallForm, requireFormKey(parts), async (c) => {
      const jobId = readId(c.req.param("job"));
      await archive.stopImport(viewerOf(c), jobId);
      return c.redirect(links.importPage(jobId), 303);
    })
    .get("/keeper/rescues/:rescue", async (c) => {
      const checklist = await archive.checklist(viewerOf(c), readId(c.req.param("rescue")));
      return c.html(renderPage(<ChecklistPage {...makeChecklistPage(makeFrame(parts, c), checklist)} />));
    })
    .post("/keeper/rescues/:rescue/open", smallForm, requireFormKey(parts), async (c) => {
      const form = await c.req.parseBody();
      if (form["seen"] !== "yes") throw new UsageError("Look at the counts first: the tick is missing");
      await archive.openRescue(viewerOf(c), readId(c.req.param("rescue")), readText(form["stamp"]));
      return c.redirect(links.keeper(), 303);
    })
    .post("/keeper/rescues/:rescue/close", smallForm, requireFormKey(parts), async (c) => {
      await archive.closeRescue(viewerOf(c), readId(c.req.param("rescue")));
      return c.redirect(links.keeper(), 303);
    })
    .get("/keeper/works/:work/withdraw", async (c) => {
      const story = await archive.story(viewerOf(c), readId(c.req.param("work")));
      const frame = makeFrame(parts, c);
      const title = story.title ?? frame.say("row.untitled");
      const page = (
        <WithdrawPage frame={frame} workId={story.id} title={title} storyHref={links.story(story.id)} />
      );
      return c.html(renderPage(page));
    })
    .post("/keeper/works/:work/withdraw", smallForm, requireFormKey(parts), async (c) => {
      await archive.withdrawWork(viewerOf(c), readId(c.req.param("work")));
      return c.redirect(links.keeper(), 303);
    })
    .get("/keeper/questions", async (c) => {
      const frame = makeFrame(parts, c);
      const questions = makeQuestions(frame, await archive.questions(viewerOf(c)));
      return c.html(renderPage(<QuestionsPage frame={frame} questions={questions} />));
    });
  return routes;
}
