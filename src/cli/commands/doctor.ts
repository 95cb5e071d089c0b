import { examineArchive } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import { makePaint } from "../terminal/paint.ts";

/** `fanlight doctor`: looks whether this machine and this archive are fit, and says what to do. */
export const doctorCommand: CliCommand = {
  name: "doctor",
  summary: "look whether this machine and this archive are fit",
  async run(io, _args, options) {
    const findings = await examineArchive(options.archive, {
      env: io.env,
      now: io.now,
      workingDir: io.workingDir,
    });
    const paint = makePaint(io, io.outIsTerminal, options.color);
    for (const finding of findings) {
      if (options.json) io.out(`${JSON.stringify(finding)}\n`);
      else
        io.out(
          `${finding.fit ? paint("green", "fine") : paint("red", "look")}  ${finding.what}${finding.todo ? `: ${finding.todo}` : ""}\n`,
        );
    }
    return findings.every((finding) => finding.fit) ? EXIT.ok : EXIT.failed;
  },
};
