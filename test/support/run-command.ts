import { run } from "../../src/cli/run.ts";
import { serveSite } from "../../src/web/serve-site.ts";
import { context } from "./archive.ts";

/** What a command said and how it ended. */
export interface CommandRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly workingDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What a person at a terminal answers; without it nobody can be asked. */
  readonly answer?: string;
  /** Ctrl-C came before it began. */
  readonly stopped?: boolean;
  /** Called with each piece of talk: to stop a command that serves, say. */
  readonly onTalk?: (text: string, stop: () => void) => void;
}

/** Runs one command line in this process, as `main` does. */
export async function runCommand(argv: readonly string[], options: CommandOptions = {}): Promise<CommandRun> {
  const said = { stdout: "", stderr: "" };
  const stop = new AbortController();
  if (options.stopped) stop.abort();
  const code = await run(
    argv,
    {
      out: (text) => void (said.stdout += text),
      err: (text) => {
        said.stderr += text;
        options.onTalk?.(text, () => stop.abort());
      },
      async ask(question) {
        said.stderr += question;
        if (options.answer === undefined) throw new Error("Nobody may be asked here");
        return options.answer;
      },
      interactive: options.answer !== undefined,
      outIsTerminal: false,
      errIsTerminal: false,
      columns: 80,
      env: options.env ?? {},
      workingDir: options.workingDir ?? process.cwd(),
      now: context.now,
      interrupted: stop.signal,
      openInBrowser: () => undefined,
    },
    serveSite,
  );
  return { code, ...said };
}
