import { Hono } from "hono";
import type { SiteEnv, SiteParts } from "../site-parts.ts";

const ROBOTS = `# This archive asks not to be indexed and not to be used for training.
# That is a request and no lock; the lock is that nothing is shown before its keeper opens it.
User-agent: *
Disallow: /
`;

/** Files under an address with their digest, and the request to robots. */
export function assetRoutes({ assets }: SiteParts): Hono<SiteEnv> {
  return new Hono<SiteEnv>()
    .get("/assets/*", (c) => {
      const asset = assets.findByAddress(c.req.path);
      if (asset === undefined) return c.notFound();
      return c.body(asset.bytes, 200, {
        "Content-Type": asset.mediaType,
        "Cache-Control": "public, max-age=31536000, immutable",
      });
    })
    .get("/favicon.ico", (c) => c.redirect(assets.getAddress("favicon.svg"), 302))
    .get("/robots.txt", (c) => c.text(ROBOTS));
}
