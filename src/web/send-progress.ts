import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { makeFrame, viewerOf, type SiteEnv, type SiteParts } from "./site-parts.ts";
import { makeImport } from "./view-models/make-import.ts";

/** Quiet connections are closed by browsers and proxies; a word now and then keeps them. */
const PULSE_MS = 15_000;

/** Sends an import's progress as it changes, as server-sent events; `end` is the last. */
export function sendProgress(parts: SiteParts, c: Context<SiteEnv>, jobId: string): Response {
  const frame = makeFrame(parts, c);
  const viewer = viewerOf(c);
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const pulse = setInterval(() => void stream.writeSSE({ event: "pulse", data: "" }), PULSE_MS);
    try {
      for await (const progress of parts.archive.watchImport(viewer, jobId, gone.signal)) {
        await stream.writeSSE({ event: "progress", data: JSON.stringify(makeImport(frame, progress)) });
      }
      await stream.writeSSE({ event: "end", data: "" });
    } finally {
      clearInterval(pulse);
    }
  });
}
