import { resolve } from "node:path";
import { initArchive } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";

/** `fanlight init DIR`: makes an empty archive. */
export const initCommand: CliCommand = {
  name: "init",
  summary: "make an empty archive in a folder",
  configure: (command) =>
    command
      .argument("<dir>", "the folder; made when it is not there")
      .option("--name <name>", "what the archive is called"),
  async run(io, [dir = "."], options) {
    const name = typeof options["name"] === "string" ? options["name"] : undefined;
    const made = await initArchive({
      dir: resolve(io.workingDir, dir),
      now: io.now,
      ...(name ? { name } : {}),
    });
    if (options.json) io.out(`${JSON.stringify(made)}\n`);
    io.err(`Made an archive in ${made.dir}\nNext: fanlight import PATH --archive ${dir}\n`);
    return EXIT.ok;
  },
};
