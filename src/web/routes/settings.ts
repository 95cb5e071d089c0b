import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { keepLook, toLook } from "../look.ts";
import type { SiteEnv, SiteParts } from "../site-parts.ts";

/** Keeps how a reader wants pages to look, in the reader's own browser, and goes back. */
export function settingsRoutes({ links }: SiteParts): Hono<SiteEnv> {
  return new Hono<SiteEnv>().post("/settings", bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const form = await c.req.parseBody();
    c.header("Set-Cookie", keepLook(toLook(form["theme"], form["size"])));
    return c.redirect(wayBack(form["back"]) ?? links.home(), 303);
  });
}

/** A path of this site, or nothing: never an address elsewhere. */
function wayBack(back: unknown): string | undefined {
  if (typeof back !== "string" || !URL.canParse(back, "http://here.invalid/")) return undefined;
  const url = new URL(back, "http://here.invalid/");
  // `//elsewhere`, `/\elsewhere` and the like are other origins to a browser, and to `URL`.
  return url.origin === "http://here.invalid" ? url.pathname + url.search : undefined;
}
