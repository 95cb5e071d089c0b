import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { readLook } from "./look.ts";
import type { CachedPage } from "./page-cache.ts";
import { VISITOR_PAGE_HEADERS } from "./site-headers.ts";
import type { SiteEnv, SiteParts } from "./site-parts.ts";

/** Longer addresses are not worth a place. */
const MAX_KEY_LENGTH = 600;

/** Answers a visitor from the cache, before anything else looks at the request. */
export function answerFromCache({ archive, cache }: SiteParts): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    const key = findKey(c.req.method, c.req.url, c.req.header("cookie"));
    const page = key === undefined ? undefined : cache.find(archive.generation(), key);
    return page === undefined ? next() : send(page, c.req.header("if-none-match"));
  };
}

/** Keeps a visitor's page once it is made. Stands behind the gate: what a visitor may not see never gets here. */
export function keepInCache({ archive, cache }: SiteParts): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    // Taken before the page is made: what changes meanwhile makes it old at once.
    const generation = archive.generation();
    await next();
    if (c.get("session") !== undefined || !isRead(c.req.method) || c.res.status !== 200) return;
    if (!(c.res.headers.get("content-type") ?? "").startsWith("text/html")) return;
    const body = new Uint8Array(await c.res.arrayBuffer());
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const key = findKey(c.req.method, c.req.url, c.req.header("cookie"));
    if (key !== undefined) cache.put(generation, key, { body, etag });
    c.res = send({ body, etag }, c.req.header("if-none-match"));
  };
}

/** Address and look; `undefined` for whoever has a keeper's cookie. */
function findKey(method: string, url: string, cookie: string | undefined): string | undefined {
  if (!isRead(method) || url.length > MAX_KEY_LENGTH) return undefined;
  if (cookie === undefined) return url;
  if (cookie.includes("fanlight-keeper=")) return undefined;
  const look = readLook(cookie);
  return look.theme === "auto" && look.textSize === "normal" ? url : `${url} ${look.theme} ${look.textSize}`;
}

/** A `HEAD` is answered as a `GET` whose body is left out. */
function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

function send(page: CachedPage, ifNoneMatch: string | undefined): Response {
  const headers = { ...VISITOR_PAGE_HEADERS, ETag: page.etag };
  return ifNoneMatch !== undefined &&
    ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//u, "") === page.etag)
    ? new Response(null, { status: 304, headers })
    : new Response(page.body, { headers });
}
