import { createInterface } from "node:readline/promises";
import { spawn } from "node:child_process";
import { EXIT, run } from "./cli/run.ts";
import type { CliIo } from "./cli/io.ts";
import { serveSite } from "./web/serve-site.ts";

/** Runs the command line of this process: the only place that touches `process`. */
export async function start(): Promise<void> {
  const stop = new AbortController();
  process.on("SIGINT", () => {
    // The second Ctrl-C does not wait for the current file: a kill at any moment loses nothing.
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    process.stderr.write("\nEnding after the current file. Once more to end at once.\n");
    stop.abort();
  });
  process.on("SIGTERM", () => stop.abort());
  // `fanlight dump | head` closes the pipe early: that is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    throw error;
  });
  process.exitCode = await run(process.argv.slice(2), makeIo(stop.signal), serveSite);
}

function makeIo(interrupted: AbortSignal): CliIo {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    async ask(question) {
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return await lines.question(question, { signal: interrupted });
      } finally {
        lines.close();
      }
    },
    interactive: process.stdin.isTTY && process.stderr.isTTY,
    outIsTerminal: process.stdout.isTTY,
    errIsTerminal: process.stderr.isTTY,
    columns: process.stderr.columns ?? 80,
    env: process.env,
    workingDir: process.cwd(),
    now: () => new Date().toISOString(),
    interrupted,
    openInBrowser,
  };
}

/** Only on a desktop: a server has nobody in front of it. */
function openInBrowser(url: string): void {
  if (
    process.env["CI"] ||
    (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"])
  )
    return;
  const opener = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  spawn(opener, [url], { stdio: "ignore", detached: true })
    .on("error", () => process.stderr.write("Open the keeper's address above in your browser\n"))
    .unref();
}
