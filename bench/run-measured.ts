import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a finished command cost. */
export interface Measured {
  readonly seconds: number;
  /** Peak resident memory of the process, all its threads counted. */
  readonly peakMegabytes: number;
  readonly output: string;
}

/** Runs a command to its end, watching its memory; throws when it fails. */
export async function runMeasured(command: string, args: readonly string[]): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CI: "true" },
  });
  let output = "";
  let peak = 0;
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 100);
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}\n${output}`);
  return { seconds: (performance.now() - begun) / 1000, peakMegabytes: peak, output };
}

/** Linux keeps the high-water mark itself, so that a look now and then is enough. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
