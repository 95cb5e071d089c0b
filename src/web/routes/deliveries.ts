import { Hono } from "hono";
import { UsageError } from "../../terms/index.ts";
import { nameDelivery } from "../name-delivery.ts";
import { readId } from "../read-query.ts";
import { receiveDelivery } from "../receive-delivery.ts";
import { viewerOf, type SiteEnv, type SiteParts } from "../site-parts.ts";
import { requireFormKey } from "./keeper-gate.tsx";

/**
 * Takes files in, as streams: nothing is held in memory.
 *
 * One form with all files for browsers without scripts; with scripts each file is a request of its own.
 */
export function deliveryRoutes(parts: SiteParts): Hono<SiteEnv> {
  const { archive, links } = parts;
  return new Hono<SiteEnv>()
    .post("/keeper/deliveries", async (c) =>
      c.redirect(links.importPage(await receiveDelivery(parts, c)), 303),
    )
    .post("/keeper/uploads", requireFormKey(parts), async (c) => {
      const name = nameDelivery(parts, c.req.query("name") ?? "");
      const { uploadId } = await archive.beginUpload(viewerOf(c), name);
      return c.json({ uploadId });
    })
    .put("/keeper/uploads/:upload/file", requireFormKey(parts), async (c) => {
      const path = c.req.query("path");
      if (path === undefined || path === "") throw new UsageError("Cannot take the file: it has no name");
      const body: AsyncIterable<Uint8Array> = c.req.raw.body ?? new Blob([]).stream();
      return c.json(await archive.receiveFile(viewerOf(c), readId(c.req.param("upload")), path, body));
    })
    .post("/keeper/uploads/:upload/import", requireFormKey(parts), async (c) => {
      const { jobId } = await archive.startImport(viewerOf(c), readId(c.req.param("upload")));
      return c.json({ href: links.importPage(jobId) });
    })
    .delete("/keeper/uploads/:upload", requireFormKey(parts), async (c) => {
      await archive.dropUpload(viewerOf(c), readId(c.req.param("upload")));
      return c.body(null, 204);
    });
}
