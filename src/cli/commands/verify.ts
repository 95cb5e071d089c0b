import { findArchive, verifyArchive } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import { plural } from "../terminal/plural.ts";

/** `fanlight verify`: reads every byte again and compares it with the record. */
export const verifyCommand: CliCommand = {
  name: "verify",
  summary: "read every byte again and compare it with the record",
  async run(io, _args, options) {
    const archive = findArchive(options.archive, io.env, io.workingDir);
    const report = await verifyArchive(archive, {
      env: io.env,
      now: io.now,
      stop: io.interrupted,
      onFinding: (finding) =>
        options.json
          ? io.out(`${JSON.stringify(finding)}\n`)
          : io.err(`! ${finding.what}: ${finding.where}\n`),
    });
    if (report.stopped) io.err("Stopped: not everything was read\n");
    else if (report.findings === 0)
      io.err(
        `Unchanged: ${plural(report.originals, "original")}, ${plural(report.claims, "claim")}, the journal\n`,
      );
    else
      io.err(
        `${plural(report.findings, "thing")} changed or missing: restore it from a copy, nothing was altered by this check\n`,
      );
    if (report.findings > 0) return EXIT.fixity;
    return report.stopped ? EXIT.interrupted : EXIT.ok;
  },
};
