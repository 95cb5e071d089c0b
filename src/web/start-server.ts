import { serve, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";
import { UsageError } from "../terms/index.ts";
import type { SiteEnv } from "./site-parts.ts";

export interface ServerOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly site: Hono<SiteEnv>;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Ends after the answers under way, at the latest after two seconds. */
  close(): Promise<void>;
}

const IDLE_MS = 120_000;
const GRACE_MS = 2000;

/**
 * Serves the site over HTTP.
 *
 * @returns Once it listens. Throws `UsageError` when the port is taken or not allowed.
 */
export async function startServer({ host, port, site }: ServerOptions): Promise<RunningServer> {
  const server = serve({
    fetch: site.fetch,
    hostname: host,
    port,
    // A large delivery may take long; a connection on which nothing moves is ended all the same.
    serverOptions: { requestTimeout: 0, headersTimeout: 30_000, connectionsCheckingInterval: 10_000 },
  });
  if ("setTimeout" in server) server.setTimeout(IDLE_MS);
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error: NodeJS.ErrnoException) => reject(asUsageError(error, host, port)));
  });
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return { url: `http://${nameOf(host)}:${actualPort}`, port: actualPort, close: () => closeServer(server) };
}

/** An address that means "all of them" cannot be gone to. */
function nameOf(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function asUsageError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new UsageError(
        `Cannot listen on port ${port}: another program has it, choose another with --port`,
      );
    case "EACCES":
      return new UsageError(
        `Cannot listen on port ${port}: it is not allowed, choose one above 1023 with --port`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new UsageError(
        `Cannot listen on "${host}": this computer has no such address, choose another with --host`,
      );
    default:
      return error;
  }
}

async function closeServer(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => {
      if ("closeAllConnections" in server) server.closeAllConnections();
    }, GRACE_MS).unref();
  });
}
