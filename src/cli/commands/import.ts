import { resolve } from "node:path";
import { findArchive, importPile, type ImportReport } from "../../app/index.ts";
import { EXIT } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import { showProgress } from "../terminal/progress.ts";
import { plural } from "../terminal/plural.ts";

/** `fanlight import PATH...`: takes a pile in as it is. */
export const importCommand: CliCommand = {
  name: "import",
  summary: "take files and folders in, byte for byte, and read what they hold",
  configure: (command) =>
    command
      .argument("<path...>", "files and folders; they are only read")
      .option("--source <name>", "the list or site it came from (else the name of the folder)")
      .option("--dry-run", "only count what would be taken in"),
  async run(io, paths, options) {
    const archive = findArchive(options.archive, io.env, io.workingDir);
    const source = typeof options["source"] === "string" ? options["source"] : undefined;
    const progress = showProgress(io, options);
    const report = await importPile(archive, {
      paths: paths.map((path) => resolve(io.workingDir, path)),
      env: io.env,
      now: io.now,
      stop: io.interrupted,
      onProgress: progress.show,
      dryRun: options["dryRun"] === true,
      ...(source ? { source } : {}),
    }).finally(progress.end);
    if (options.json) io.out(`${JSON.stringify(report)}\n`);
    io.err(describe(report, paths));
    return report.stopped ? EXIT.interrupted : EXIT.ok;
  },
};

function describe(report: ImportReport, paths: readonly string[]): string {
  const lines = report.dryRun
    ? [
        `Would look at ${plural(report.files, "file")}, ${Math.ceil(report.bytes / 1_048_576)} MB. Nothing was taken in.`,
      ]
    : [
        `Kept ${plural(report.kept, "new file")}; ${report.known} were here already.`,
        `Read ${plural(report.stories, "story", "stories")} in ${plural(report.works, "work")}.`,
      ];
  for (const { kind, count } of report.unread) lines.push(`Kept but not read: ${count} × ${kind}.`);
  for (const issues of Map.groupBy(report.issues, (issue) => issue.code).values())
    lines.push(...describeTrouble(issues));
  if (report.keptOut > 0)
    lines.push(`${plural(report.keptOut, "file")} stayed out: an author had them erased.`);
  if (report.stopped)
    lines.push(`Stopped after the current file. To go on: fanlight import ${paths.join(" ")}`);
  else if (report.kept > 0) lines.push("Nobody can see it yet. Next: fanlight open");
  return `${lines.join("\n")}\n`;
}

/** More of one kind would push everything else off the screen; `--json` has them all. */
const MOST_SHOWN = 20;

/** Where it happened, case by case, and once what to do about it. */
function describeTrouble(issues: ImportReport["issues"]): string[] {
  const lines = issues.slice(0, MOST_SHOWN).map((issue) => `! ${issue.detail}`);
  if (issues.length > MOST_SHOWN)
    lines.push(`! ... and ${plural(issues.length - MOST_SHOWN, "more", "more")}`);
  return [...lines, `  ${issues[0]?.hint ?? ""}`];
}
