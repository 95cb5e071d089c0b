import type { Context } from "hono";
import type { SiteUseCases, Viewer } from "../app/site-use-cases.ts";
import type { Frame, Say } from "../pages/frame.ts";
import type { Links } from "../pages/links.ts";
import type { KeeperDoor } from "./keeper-door.ts";
import type { Assets } from "./load-assets.ts";
import { readLook } from "./look.ts";
import type { PageCache } from "./page-cache.ts";

/** What every route of the site works with. */
export interface SiteParts {
  readonly archive: SiteUseCases;
  readonly say: Say;
  readonly language: string;
  readonly links: Links;
  readonly assets: Assets;
  readonly door: KeeperDoor;
  readonly cache: PageCache;
  /** Names this site answers to besides this computer's own. */
  readonly hosts: readonly string[];
  readonly now: () => string;
  readonly log: (line: string) => void;
}

/** What the first middleware settles for each request. */
export interface SiteEnv {
  Variables: {
    /** The keeper's session; `undefined` for visitors. */
    readonly session: string | undefined;
  };
}

/** Who asks. */
export function viewerOf(c: Context<SiteEnv>): Viewer {
  return c.get("session") === undefined ? { kind: "visitor" } : { kind: "keeper" };
}

/** What every page needs, for this request. */
export function makeFrame(parts: SiteParts, c: Context<SiteEnv>): Frame {
  const session = c.get("session");
  const url = new URL(c.req.url);
  const isKeeper = session !== undefined;
  return {
    say: parts.say,
    links: parts.links,
    language: parts.language,
    archiveName: isKeeper || parts.archive.isOpen() ? parts.archive.archiveName() : "",
    ...readLook(c.req.header("cookie")),
    // Only pages can be come back to, not the answer to a form.
    here: c.req.method === "GET" || c.req.method === "HEAD" ? url.pathname + url.search : parts.links.home(),
    isKeeper,
    formKey: session === undefined ? "" : parts.door.formKeyOf(session),
  };
}
