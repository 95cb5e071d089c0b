import { closeRescues, findArchive } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import { plural } from "../terminal/plural.ts";

/** `fanlight close`: takes rescues from public view; nothing is lost. */
export const closeCommand: CliCommand = {
  name: "close",
  summary: "take a rescue, or all of them, from public view",
  configure: (command) => command.option("--rescue <id>", "only this rescue, such as r2"),
  async run(io, _args, options) {
    const archive = findArchive(options.archive, io.env, io.workingDir);
    const rescue = typeof options["rescue"] === "string" ? options["rescue"] : undefined;
    const closed = await closeRescues(archive, { env: io.env, now: io.now, ...(rescue ? { rescue } : {}) });
    if (options.json) io.out(`${JSON.stringify({ closed })}\n`);
    io.err(`Closed ${plural(closed.length, "rescue")}: nobody but the keeper sees them now.\n`);
    return EXIT.ok;
  },
};
