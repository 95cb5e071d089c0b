import { dumpArchive, findArchive } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";

/** `fanlight dump`: the whole catalogue as sorted JSON lines; equal catalogues give equal bytes. */
export const dumpCommand: CliCommand = {
  name: "dump",
  summary: "print the whole catalogue as sorted JSON lines",
  configure: (command) => command.option("--unmasked", "with private addresses; for the keeper's eyes only"),
  async run(io, _args, options) {
    const archive = findArchive(options.archive, io.env, io.workingDir);
    const lines = dumpArchive(archive, { unmasked: options["unmasked"] === true });
    for await (const line of lines) {
      if (io.interrupted.aborted) return EXIT.interrupted;
      io.out(`${line}\n`);
    }
    return EXIT.ok;
  },
};
