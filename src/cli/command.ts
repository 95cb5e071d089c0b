import type { Command } from "commander";
import type { ExitCode } from "../terms/index.ts";
import type { CliIo } from "./io.ts";

/** Options every command understands. */
export interface CommonOptions {
  readonly archive?: string;
  readonly json?: boolean;
  /** `false` after `--no-input`: never ask. */
  readonly input: boolean;
  /** `false` after `--no-color`. */
  readonly color: boolean;
  readonly yes?: boolean;
}

/** One command: one file in `cli/commands`, one heading in `docs/operator/commands.md`. */
export interface CliCommand {
  readonly name: string;
  /** One line for `fanlight --help`. */
  readonly summary: string;
  /** Adds arguments and options of its own. */
  readonly configure?: (command: Command) => void;
  readonly run: (
    io: CliIo,
    args: readonly string[],
    options: CommonOptions & Readonly<Record<string, unknown>>,
  ) => Promise<ExitCode>;
}
