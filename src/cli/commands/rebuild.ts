import { findArchive, rebuildCatalogue } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import { plural } from "../terminal/plural.ts";
import { showProgress } from "../terminal/progress.ts";

/** `fanlight rebuild`: throws the catalogue away and makes it again from originals, vocabularies and journal. */
export const rebuildCommand: CliCommand = {
  name: "rebuild",
  summary: "make the catalogue again from originals, vocabularies and journal",
  async run(io, _args, options) {
    const archive = findArchive(options.archive, io.env, io.workingDir);
    const progress = showProgress(io, options);
    const report = await rebuildCatalogue(archive, {
      env: io.env,
      now: io.now,
      stop: io.interrupted,
      onProgress: progress.show,
    }).finally(progress.end);
    if (options.json) io.out(`${JSON.stringify(report)}\n`);
    if (report.stopped) {
      io.err("Stopped: the catalogue is as it was. To begin again: fanlight rebuild\n");
      return EXIT.interrupted;
    }
    io.err(`Rebuilt: ${plural(report.stories, "story", "stories")} in ${plural(report.works, "work")}\n`);
    return EXIT.ok;
  },
};
