import { Hono, type MiddlewareHandler } from "hono";
import type { SiteUseCases } from "../app/site-use-cases.ts";
import { ClosedPage } from "../pages/ClosedPage.tsx";
import { TroublePage } from "../pages/TroublePage.tsx";
import { answerFromCache, keepInCache } from "./cached-pages.ts";
import { createLinks } from "./create-links.ts";
import { createSay } from "./create-say.ts";
import { findTrouble, troubleOfStatus, type TroubleFound } from "./find-trouble.ts";
import { isKnownHost } from "./is-known-host.ts";
import { createKeeperDoor } from "./keeper-door.ts";
import { loadAssets } from "./load-assets.ts";
import { loadMessages } from "./load-messages.ts";
import { createPageCache } from "./page-cache.ts";
import { renderPage } from "./render-page.ts";
import { assetRoutes } from "./routes/assets.ts";
import { keeperRoutes } from "./routes/keeper.tsx";
import { readingRoutes } from "./routes/reading.tsx";
import { settingsRoutes } from "./routes/settings.ts";
import { SITE_HEADERS } from "./site-headers.ts";
import { makeFrame, type SiteEnv, type SiteParts } from "./site-parts.ts";

export interface SiteOptions {
  readonly archive: SiteUseCases;
  /** Lets the keeper in; at least 128 random bits. */
  readonly keeperToken: string;
  /** Names this site answers to besides this computer's own, without port. */
  readonly hosts?: readonly string[];
  /** What cached pages may take; 32 MB when left out. */
  readonly cacheBytes?: number;
  /** Gets one line for each failure; never an address, a query or a name. */
  readonly log?: (line: string) => void;
  readonly now?: () => string;
}

const CACHE_BYTES = 32 * 1024 * 1024;

/** Makes the whole site: a web-standard application, to be served or asked in a test. */
export function createSite(options: SiteOptions): Hono<SiteEnv> {
  const parts = makeParts(options);
  const site = new Hono<SiteEnv>();
  site.use(answerFromCache(parts));
  site.use(addHeaders());
  site.use(async (c, next) => {
    c.set("session", parts.door.findSession(c.req.header("cookie")));
    if (!isKnownHost(new URL(c.req.url).host, parts.hosts)) {
      return c.html(troublePage(parts, c, troubleOfStatus(421)), 421);
    }
    return next();
  });
  site.route("/", assetRoutes(parts));
  site.route("/", settingsRoutes(parts));
  site.route("/", keeperRoutes(parts));
  site.use(async (c, next) => {
    if (c.get("session") !== undefined || parts.archive.isOpen()) return next();
    return c.html(renderPage(<ClosedPage frame={makeFrame(parts, c)} />), 403);
  });
  site.use(keepInCache(parts));
  site.route("/", readingRoutes(parts));
  site.notFound((c) => c.html(troublePage(parts, c, troubleOfStatus(404)), 404));
  site.onError((error, c) => {
    const found = findTrouble(error);
    if (found.status >= 500)
      parts.log(`${c.req.method} failed with ${found.status}: ${error.stack ?? error.message}`);
    return c.html(troublePage(parts, c, found), found.status);
  });
  return site;
}

function makeParts(options: SiteOptions): SiteParts {
  const assets = loadAssets();
  return {
    archive: options.archive,
    say: createSay(loadMessages("en"), "en"),
    language: "en",
    links: createLinks(assets),
    assets,
    door: createKeeperDoor(options.keeperToken),
    cache: createPageCache(options.cacheBytes ?? CACHE_BYTES),
    hosts: (options.hosts ?? []).map((host) => host.toLowerCase()),
    now: options.now ?? (() => new Date().toISOString()),
    log: options.log ?? (() => undefined),
  };
}

function troublePage(parts: SiteParts, c: Parameters<typeof makeFrame>[1], found: TroubleFound): string {
  return renderPage(
    <TroublePage frame={makeFrame(parts, c)} trouble={found.trouble} detail={found.detail} />,
  );
}

/** Security headers on every answer; a page is not kept unless a later part says so. */
function addHeaders(): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SITE_HEADERS)) c.res.headers.set(name, value);
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
  };
}
