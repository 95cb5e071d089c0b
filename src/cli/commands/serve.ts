import { findArchive } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import type { CliIo } from "../io.ts";
import { parsePort } from "../parse-port.ts";

/** What the web server needs to start. */
export interface ServeRequest {
  readonly archive: string;
  readonly env: CliIo["env"];
  readonly now: CliIo["now"];
  readonly host?: string;
  readonly port?: number;
}

/** A running site. */
export interface RunningSite {
  /** Where readers find it. */
  readonly url: string;
  /** Where the keeper finds their page; holds the token, so it is for this terminal only. */
  readonly keeperUrl: string;
  close(): Promise<void>;
}

/** Starts the web server; `main` hands it in, as `cli` knows no web. */
export type ServeSite = (request: ServeRequest) => Promise<RunningSite>;

/** `fanlight serve`: the reading site and the keeper's page. */
export function makeServeCommand(serveSite: ServeSite): CliCommand {
  return {
    name: "serve",
    summary: "show the archive in a browser, with the keeper's page",
    configure: (command) =>
      command
        .option("--port <number>", "the port (else the setting, else 7300)", parsePort)
        .option("--host <address>", "the address to listen on (else the setting, else 127.0.0.1)")
        .option("--no-browser", "do not open the keeper's page"),
    async run(io, _args, options) {
      const archive = findArchive(options.archive, io.env, io.workingDir);
      const port = typeof options["port"] === "number" ? options["port"] : undefined;
      const host = typeof options["host"] === "string" ? options["host"] : undefined;
      const running = await serveSite({
        archive,
        env: io.env,
        now: io.now,
        ...(port === undefined ? {} : { port }),
        ...(host === undefined ? {} : { host }),
      });
      await keepServing(io, running, options["browser"] !== false);
      return EXIT.ok;
    },
  };
}

/** Says where to look, opens the keeper's page on a desktop, and serves until Ctrl-C. */
export async function keepServing(io: CliIo, running: RunningSite, openBrowser: boolean): Promise<void> {
  io.out(`${running.url}\n`);
  io.err(`Readers:  ${running.url}\nKeeper:   ${running.keeperUrl}\n`);
  io.err("Your disk is only read. Nothing leaves this computer. Ctrl-C ends.\n");
  if (openBrowser) io.openInBrowser(running.keeperUrl);
  await new Promise<void>((resolve) => {
    if (io.interrupted.aborted) resolve();
    io.interrupted.addEventListener("abort", () => resolve(), { once: true });
  });
  await running.close();
}
