#!/usr/bin/env node
// The launcher: plain JavaScript that any Node can read, so that an old one gets a sentence and not a stack trace.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as module from "node:module";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
const main = new URL("../dist/main.js", import.meta.url);
const pinned = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
const current = Number(process.versions.node.split(".")[0]);

if (!existsSync(main)) {
  console.error('fanlight: it is not built yet: run "npm install" (or "npm run build") in its folder');
  process.exitCode = 1;
} else if (current >= NEEDED) {
  // Starts in half the time from the second run on; Node keeps the cache in the system's temporary folder.
  module.enableCompileCache?.();
  const { start } = await import(main.href);
  await start();
} else if (existsSync(pinned)) {
  // A checkout brings the right Node along.
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  // Ctrl-C reaches the child by itself; what is sent to this process alone must be passed on.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code) => (process.exitCode = code ?? 1));
} else {
  console.error(
    `fanlight: it needs Node ${NEEDED} or later and this is ${process.versions.node}: install it from your system or nodejs.org, or run "npm install" with install scripts allowed ("npm rebuild node" fetches the pinned one)`,
  );
  process.exitCode = 1;
}
