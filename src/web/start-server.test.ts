import { Hono } from "hono";
import { expect, it } from "vitest";
import { UsageError } from "../terms/index.ts";
import type { SiteEnv } from "./site-parts.ts";
import { startServer } from "./start-server.ts";

const site = new Hono<SiteEnv>().get("/", (c) => c.text("here"));

it("startServer() serves, says where, and ends", async () => {
  const server = await startServer({ host: "127.0.0.1", port: 0, site });
  expect(await (await fetch(server.url)).text()).toBe("here");
  await server.close();
  await expect(fetch(server.url)).rejects.toThrow("fetch failed");
});

it("startServer() says what to do when the port is taken", async () => {
  const first = await startServer({ host: "127.0.0.1", port: 0, site });
  const second = startServer({ host: "127.0.0.1", port: first.port, site });
  await expect(second).rejects.toThrow(UsageError);
  await expect(second).rejects.toThrow(/choose another with --port/u);
  await first.close();
});
