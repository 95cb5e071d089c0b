import { findArchive, listChecklists, openRescues, type Checklist } from "../../app/index.ts";
import { EXIT, UsageError } from "../../terms/index.ts";
import type { CliCommand } from "../command.ts";
import { formatTable } from "../terminal/table.ts";
import { plural } from "../terminal/plural.ts";

/** `fanlight open`: shows the counted checklist, asks, and lets the public in. */
export const openCommand: CliCommand = {
  name: "open",
  summary: "let the public in, after a counted checklist",
  configure: (command) => command.option("--rescue <id>", "only this rescue, such as r2"),
  async run(io, _args, options) {
    const archive = findArchive(options.archive, io.env, io.workingDir);
    const rescue = typeof options["rescue"] === "string" ? options["rescue"] : undefined;
    const context = { env: io.env, now: io.now };
    const checklists = (await listChecklists(archive, context, rescue)).filter((list) => !list.isOpen);
    if (checklists.length === 0) {
      io.err("Nothing to open: every rescue is open already, or there is none\n");
      return EXIT.ok;
    }
    if (options.json) io.out(checklists.map((list) => `${JSON.stringify(list)}\n`).join(""));
    for (const list of checklists) io.err(describe(list));
    if (!options.yes && !(await confirm(io, options.input))) {
      io.err("Nothing was opened\n");
      return EXIT.failed;
    }
    await openRescues(
      archive,
      context,
      checklists.map((list) => ({ rescue: list.rescueId, stamp: list.stamp })),
    );
    io.err(`Opened ${plural(checklists.length, "rescue")}. To see it: fanlight serve\n`);
    return EXIT.ok;
  },
};

async function confirm(io: Parameters<CliCommand["run"]>[0], mayAsk: boolean): Promise<boolean> {
  if (!mayAsk || !io.interactive)
    throw new UsageError('Say that it may be opened: add "--yes", nobody can be asked here');
  return /^y(es)?$/i.test((await io.ask("Open it? [y/N] ")).trim());
}

function describe(list: Checklist): string {
  const rows = [
    ["works", String(list.works), ""],
    ["will be public", String(list.willOpen), ""],
    ...list.held.map(({ hold, works }) => ["stay closed", String(works), HOLD_WORDS[hold] ?? hold]),
    ["withdrawn", String(list.withdrawn), ""],
    ["hold private details", String(list.withPrivateDetails), "masked wherever they are shown"],
    ["say archiving is fine", String(list.permission.given), ""],
    ["say nothing about it", String(list.permission["not-stated"]), "silence is not consent: you decide"],
    ["have no author stated", String(list.withoutCreator), ""],
    ["have no content notes", String(list.withoutNotes), "that does not mean there is nothing to note"],
    ["questions open", String(list.questions), ""],
    ["damaged", String(list.damaged), ""],
  ];
  return `Rescue ${list.rescueId} "${list.rescueName}"\n${formatTable(rows)}\n`;
}

const HOLD_WORDS: Readonly<Record<string, string>> = {
  refused: "the author forbids archiving",
  "ask-first": "the author wants to be asked first",
  "no-archive": "posted with X-No-Archive",
  private: "private or friends-only",
  minor: "the author says to be under 18",
  unvalidated: "never validated at its old home",
};
