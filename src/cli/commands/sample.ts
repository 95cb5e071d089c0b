import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { importPile, initArchive, listChecklists, openRescues, SAMPLE_PILE } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import type { CliIo } from "../io.ts";
import { parsePort } from "../parse-port.ts";
import { showProgress } from "../terminal/progress.ts";
import { keepServing, type ServeSite } from "./serve.ts";

/** `fanlight sample`: an archive of invented stories to try things on; opened, as nobody can be hurt by it. */
export function makeSampleCommand(serveSite: ServeSite): CliCommand {
  return {
    name: "sample",
    summary: "make an archive of invented stories to try things on",
    configure: (command) =>
      command
        .argument("[dir]", "where", "archive-sample")
        .option("--serve", "show it in a browser afterwards")
        .option("--port <number>", "the port (else 7300)", parsePort)
        .option("--no-browser", "do not open the keeper's page"),
    async run(io, [dir = "archive-sample"], options) {
      const archive = resolve(io.workingDir, dir);
      if (!existsSync(join(archive, "fanlight.toml"))) await makeSample(io, archive, options);
      if (options["serve"] !== true) return EXIT.ok;
      const port = typeof options["port"] === "number" ? { port: options["port"] } : {};
      const running = await serveSite({ archive, env: io.env, now: io.now, ...port });
      await keepServing(io, running, options["browser"] !== false);
      return EXIT.ok;
    },
  };
}

async function makeSample(
  io: CliIo,
  archive: string,
  options: Parameters<CliCommand["run"]>[2],
): Promise<void> {
  await initArchive({ dir: archive, now: io.now, name: "The Attic Archive" });
  const context = { env: io.env, now: io.now };
  const progress = showProgress(io, options);
  const report = await importPile(archive, {
    ...context,
    paths: [SAMPLE_PILE],
    name: "A box from the attic",
    source: "attic",
    stop: io.interrupted,
    onProgress: progress.show,
  }).finally(progress.end);
  const closed = (await listChecklists(archive, context)).filter((list) => !list.isOpen);
  await openRescues(
    archive,
    context,
    closed.map((list) => ({ rescue: list.rescueId, stamp: list.stamp })),
  );
  io.err(
    `Made ${archive} from ${report.kept} invented files: ${report.stories} stories in ${report.works} works, opened\n`,
  );
}
