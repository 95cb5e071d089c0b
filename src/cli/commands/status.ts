import { findArchive, readStatus } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import { formatTable } from "../terminal/table.ts";
import { plural } from "../terminal/plural.ts";

/** `fanlight status`: what the archive holds, what is public, what needs a person. */
export const statusCommand: CliCommand = {
  name: "status",
  summary: "say what the archive holds and what needs a person",
  configure: (command) => command.option("--strict", "exit with 3 while questions remain"),
  async run(io, _args, options) {
    const archive = findArchive(options.archive, io.env, io.workingDir);
    const status = await readStatus(archive, { env: io.env, now: io.now });
    if (options.json) io.out(`${JSON.stringify(status)}\n`);
    else {
      io.out(`${status.name}\n${status.folder}\n\n`);
      io.out(
        formatTable([
          ["rescue", "open", "files", "stories", "works", "questions", "from"],
          ...status.rescues.map((rescue) => [
            rescue.id, rescue.isOpen ? "yes" : "no", String(rescue.originals), String(rescue.stories),
            String(rescue.works), String(rescue.questions), rescue.name,
          ]),
        ]),
      ); // prettier-ignore
      io.out(`\n${plural(status.works, "work")}, ${plural(status.publicWorks, "work")} public\n`);
      for (const { kind, count } of status.unread) io.out(`Kept but not read: ${count} × ${kind}\n`);
      if (status.questions.length > 0) io.out("\nNeeds a person\n");
      io.out(
        formatTable(status.questions.map((group) => [`  ${group.code}`, String(group.count), group.title])),
      );
    }
    return options["strict"] === true && status.questions.length > 0 ? EXIT.questions : EXIT.ok;
  },
};
