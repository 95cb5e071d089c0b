import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { KeeperSignInPage } from "../../pages/KeeperSignInPage.tsx";
import { TroublePage } from "../../pages/TroublePage.tsx";
import { renderPage } from "../render-page.ts";
import { readText } from "../read-query.ts";
import { makeFrame, type SiteEnv, type SiteParts } from "../site-parts.ts";

/** Lets in whoever has the printed token; everybody else sees the door, whatever they asked for. */
export function keeperGate(parts: SiteParts): Hono<SiteEnv> {
  const { door, links } = parts;
  return new Hono<SiteEnv>()
    .get("/keeper", async (c, next) => {
      const token = c.req.query("token");
      if (token === undefined) return next();
      const cookie = door.signIn(token);
      // Away from the address that holds the token, so that it stays out of the history.
      if (cookie !== undefined) c.header("Set-Cookie", cookie);
      return c.redirect(cookie === undefined ? `${links.keeper()}?wrong` : links.keeper(), 303);
    })
    .post("/keeper/sign-in", bodyLimit({ maxSize: 16 * 1024 }), async (c) => {
      const form = await c.req.parseBody();
      const cookie = door.signIn(readText(form["token"]).trim());
      if (cookie !== undefined) c.header("Set-Cookie", cookie);
      return c.redirect(cookie === undefined ? `${links.keeper()}?wrong` : links.keeper(), 303);
    })
    .use("/keeper/*", async (c, next) => {
      if (c.get("session") !== undefined) return next();
      const wasWrong = c.req.query("wrong") !== undefined;
      const frame = { ...makeFrame(parts, c), here: links.keeper() };
      return c.html(renderPage(<KeeperSignInPage frame={frame} wasWrong={wasWrong} />), 401);
    });
}

/**
 * Refuses a form that was not sent from the keeper's own pages.
 *
 * Two locks: the browser's own word where it gives one (`Sec-Fetch-Site`), and the mark in the form or header.
 */
export function requireFormKey(parts: SiteParts): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    const header = c.req.header("x-form-key");
    const key = header ?? (await c.req.parseBody())["form-key"];
    if (isForged(parts, c.get("session"), c.req.header("sec-fetch-site"), key)) {
      return c.html(
        renderPage(<TroublePage frame={makeFrame(parts, c)} trouble="forged" detail={null} />),
        403,
      );
    }
    return next();
  };
}

/** Says whether a request to change something comes from elsewhere. */
export function isForged(
  { door }: SiteParts,
  session: string | undefined,
  fetchSite: string | undefined,
  formKey: unknown,
): boolean {
  if (fetchSite !== undefined && fetchSite !== "same-origin") return true;
  return session === undefined || typeof formKey !== "string" || !door.isFormKeyOf(session, formKey);
}
