import { resolve } from "node:path";
import { inspectFile, type InspectedStory } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import { makePaint } from "../terminal/paint.ts";
import { showInspected } from "../terminal/show-inspected.ts";

/** `fanlight inspect FILE...`: what Fanlight understands of a file, without an archive. */
export const inspectCommand: CliCommand = {
  name: "inspect",
  summary: "show what is understood of a file, without an archive",
  configure: (command) => command.argument("<file...>", "files to look at; they are only read"),
  async run(io, files, options) {
    const paint = makePaint(io, io.outIsTerminal, options.color);
    let failed = false;
    for (const file of files) {
      try {
        for (const story of await inspectFile(resolve(io.workingDir, file), file)) {
          io.out(
            options.json
              ? `${JSON.stringify(story)}\n`
              : showInspected(story satisfies InspectedStory, paint),
          );
        }
      } catch (error) {
        failed = true;
        io.err(`fanlight: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
    return failed ? EXIT.failed : EXIT.ok;
  },
};
