import type { CliCommand } from "./command.ts";
import { closeCommand } from "./commands/close.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { dumpCommand } from "./commands/dump.ts";
import { eraseCommand } from "./commands/erase.ts";
import { importCommand } from "./commands/import.ts";
import { initCommand } from "./commands/init.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { openCommand } from "./commands/open.ts";
import { rebuildCommand } from "./commands/rebuild.ts";
import { makeSampleCommand } from "./commands/sample.ts";
import { makeServeCommand, type ServeSite } from "./commands/serve.ts";
import { statusCommand } from "./commands/status.ts";
import { verifyCommand } from "./commands/verify.ts";
import { withdrawCommand } from "./commands/withdraw.ts";

/** Every command, in the order of `fanlight --help`; the web server is handed in, as `cli` knows no web. */
export function listCommands(serveSite: ServeSite): readonly CliCommand[] {
  return [
    initCommand,
    importCommand,
    makeServeCommand(serveSite),
    openCommand,
    closeCommand,
    statusCommand,
    inspectCommand,
    withdrawCommand,
    eraseCommand,
    rebuildCommand,
    verifyCommand,
    dumpCommand,
    doctorCommand,
    makeSampleCommand(serveSite),
  ];
}
