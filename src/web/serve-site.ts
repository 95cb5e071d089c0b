import { randomBytes } from "node:crypto";
import { openSite, type AppContext } from "../app/index.ts";
import { createSite } from "./create-site.tsx";
import { startServer } from "./start-server.ts";

/** What the server needs to start. */
export interface ServeSiteRequest extends AppContext {
  /** The archive's folder. */
  readonly archive: string;
  /** Else the archive's setting. */
  readonly host?: string;
  readonly port?: number;
  /** Gets one line for each failure; the terminal's error output when left out. */
  readonly log?: (line: string) => void;
}

/** A site that is being served. */
export interface ServedSite {
  readonly url: string;
  /** Lets the keeper in: for the terminal of whoever started it, and nobody else. */
  readonly keeperUrl: string;
  close(): Promise<void>;
}

/** Opens an archive and serves it. @throws UsageError when the port is taken; CatalogueError when it must be rebuilt. */
export async function serveSite(request: ServeSiteRequest): Promise<ServedSite> {
  const open = await openSite(request.archive, { env: request.env, now: request.now });
  const host = request.host ?? open.host;
  const keeperToken = randomBytes(24).toString("base64url");
  const site = createSite({
    archive: open.useCases,
    keeperToken,
    hosts: [host, ...open.hosts],
    now: request.now,
    log: request.log ?? ((line) => void process.stderr.write(`${line}\n`)),
  });
  const server = await startServer({ host, port: request.port ?? open.port, site }).catch(
    async (error: unknown) => {
      await open.close();
      throw error;
    },
  );
  return {
    url: server.url,
    keeperUrl: `${server.url}/keeper?token=${keeperToken}`,
    async close() {
      await server.close();
      await open.close();
    },
  };
}
