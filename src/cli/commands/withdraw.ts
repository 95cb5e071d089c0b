import { findArchive, withdrawWork } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";

/** `fanlight withdraw ID`: takes a work from view at once, in every copy and part. */
export const withdrawCommand: CliCommand = {
  name: "withdraw",
  summary: "take a work from view at once, in every copy",
  configure: (command) => command.argument("<id>", "the work's id, as its page's address has it"),
  async run(io, [id = ""], options) {
    const archive = findArchive(options.archive, io.env, io.workingDir);
    await withdrawWork(archive, id, { env: io.env, now: io.now });
    if (options.json) io.out(`${JSON.stringify({ withdrawn: id })}\n`);
    io.err(
      `Withdrawn: its address answers "no longer here". The originals are kept; to destroy them: fanlight erase ${id}\n`,
    );
    return EXIT.ok;
  },
};
