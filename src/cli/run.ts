import { Command, CommanderError, type OutputConfiguration } from "commander";
import { EXIT, FanlightError, type ExitCode } from "../terms/index.ts";
import { VERSION } from "../app/index.ts";
import type { CliCommand, CommonOptions } from "./command.ts";
import { listCommands } from "./commands.ts";
import type { ServeSite } from "./commands/serve.ts";
import type { CliIo } from "./io.ts";

export { EXIT };

/**
 * Runs one command line and gives its exit code.
 *
 * Data goes to `io.out`, talk to `io.err`; nothing is thrown and nothing exits, so tests run it in-process.
 *
 * @param argv - Without the program's name: `["import", "./pile"]`.
 * @param serveSite - Starts the web server for `serve`: `main` hands it in.
 */
export async function run(argv: readonly string[], io: CliIo, serveSite: ServeSite): Promise<ExitCode> {
  let exit: ExitCode = EXIT.ok;
  const program = makeProgram(io, listCommands(serveSite), (code) => (exit = code));
  try {
    await program.parseAsync(argv, { from: "user" });
    return exit;
  } catch (error) {
    return report(error, io);
  }
}

function makeProgram(io: CliIo, commands: readonly CliCommand[], done: (code: ExitCode) => void): Command {
  const program = new Command("fanlight")
    .description("Turns a pile of rescued stories into a living archive.")
    .version(VERSION, "--version", "print the version")
    .exitOverride()
    .configureOutput(outputOf(io))
    .showHelpAfterError('(all commands: "fanlight --help")');
  for (const { name, summary, configure, run: act } of commands) {
    const command = program
      .command(name)
      .description(summary)
      .exitOverride()
      .configureOutput(outputOf(io))
      .showHelpAfterError(`(its options: "fanlight ${name} --help")`)
      .option(
        "--archive <dir>",
        "the archive (else FANLIGHT_ARCHIVE, else the nearest fanlight.toml upwards)",
      )
      .option("--json", "print data as JSON for other programs")
      .option("--yes", "answer yes to what would be asked")
      .option("--no-input", "never ask; fail where an answer is needed")
      .option("--no-color", "no colours, also by NO_COLOR");
    configure?.(command);
    command.action(async (...given: unknown[]) => {
      const options = command.opts<CommonOptions & Record<string, unknown>>();
      done(
        await act(
          io,
          given
            .slice(0, -2)
            .flat()
            .filter((arg) => typeof arg === "string"),
          options,
        ),
      );
    });
  }
  return program;
}

/** Refusals speak like all others: `fanlight: ...`. */
function outputOf(io: CliIo): OutputConfiguration {
  return {
    writeOut: io.out,
    writeErr: io.err,
    outputError: (text, write) => write(text.replace(/^error: /, "fanlight: ")),
  };
}

function report(error: unknown, io: CliIo): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  if (error instanceof FanlightError) {
    io.err(`fanlight: ${error.message}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`fanlight: something went wrong that should not: please report it with these lines\n${text}\n`);
  return EXIT.failed;
}
