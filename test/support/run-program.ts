import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../bin/fanlight.js", import.meta.url));
/** Root stripped of what lets it pass over permissions: as good as nobody, and the checkout may lie anywhere. */
const NOBODY = ["--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all"];

/** What a run of the program left. */
export interface ProgramRun {
  /** Exit code; `null` when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs it without the rights of root; see `hasOrdinaryUser()`. */
  readonly ordinaryUser?: boolean;
  /** Called once it runs, with what it said so far and a way to send it a signal. */
  readonly whileRunning?: (program: RunningProgram) => Promise<void>;
}

export interface RunningProgram {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly said: { readonly stdout: string; readonly stderr: string };
}

/** Runs the built program as a person does, with nothing typed. */
export async function runProgram(args: readonly string[], options: ProgramOptions = {}): Promise<ProgramRun> {
  const [command, ...all] = commandLine([PROGRAM, ...args], options.ordinaryUser === true);
  const child = spawn(command, all, {
    cwd: options.cwd,
    env: { ...process.env, CI: "1", NO_COLOR: "1", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  const ended = new Promise<Pick<ProgramRun, "code" | "signal">>((resolve, reject) => {
    child.on("error", reject).on("close", (code, signal) => resolve({ code, signal }));
  });
  await options.whileRunning?.({ kill: (signal) => child.kill(signal), said });
  return { ...(await ended), ...said };
}

/** Whether this machine lets a test run the program as somebody who may not do everything. */
export function hasOrdinaryUser(): boolean {
  const [command, ...args] = commandLine([PROGRAM, "--version"], true);
  return spawnSync(command, args).status === 0;
}

function commandLine(args: readonly string[], ordinaryUser: boolean): [string, ...string[]] {
  const own: [string, ...string[]] = [process.execPath, ...args];
  return ordinaryUser && process.getuid?.() === 0 ? ["setpriv", ...NOBODY, ...own] : own;
}
