import { eraseWork, findArchive, previewErasure } from "../../app/index.ts";
import { EXIT, UsageError } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import { plural } from "../terminal/plural.ts";

/** `fanlight erase ID`: destroys a work's bytes and words for good, in every copy. */
export const eraseCommand: CliCommand = {
  name: "erase",
  summary: "destroy a work's bytes and words for good",
  configure: (command) =>
    command
      .argument("<id>", "the work's id")
      .option("--confirm <id>", "the id once more, where nobody can be asked"),
  async run(io, [id = ""], options) {
    const archive = findArchive(options.archive, io.env, io.workingDir);
    const context = { env: io.env, now: io.now };
    const preview = await previewErasure(archive, id, context);
    io.err(
      `This destroys ${plural(preview.originals, "original")} (${plural(preview.stories, "text")} of this work` +
        `${preview.others > 0 ? `; ${plural(preview.others, "other story", "other stories")} in the same files stay` : ""}). It cannot be undone.\n`,
    );
    if (options["confirm"] !== id && !(await confirm(io, id, options.input))) {
      io.err("Nothing was erased\n");
      return EXIT.failed;
    }
    const report = await eraseWork(archive, id, context);
    if (options.json) io.out(`${JSON.stringify(report)}\n`);
    io.err(
      "Erased, and kept out: the same file will not come back by another import. Copies outside this folder (backups, exports) are yours to mend\n",
    );
    return EXIT.ok;
  },
};

async function confirm(io: Parameters<CliCommand["run"]>[0], id: string, mayAsk: boolean): Promise<boolean> {
  if (!mayAsk || !io.interactive)
    throw new UsageError(`Say that it may be destroyed: add "--confirm ${id}", nobody can be asked here`);
  return (await io.ask(`Type the id once more to erase it: `)).trim() === id;
}
