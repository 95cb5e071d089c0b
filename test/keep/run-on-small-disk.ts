import { spawnSync, type SpawnSyncReturns } from "node:child_process";

const UNSHARE = process.getuid?.() === 0 ? ["--mount"] : ["--mount", "--map-root-user"];

/** Whether this machine lets us mount a small disk in a namespace of its own. */
export function canMountSmallDisk(folder: string): boolean {
  return run(folder, "1m", "true").status === 0;
}

/**
 * Runs a script of ECMAScript in a Node of its own with a disk of a given size mounted on `folder`, and gives what it printed.
 *
 * The disk is gone when the script ends.
 */
export function runOnSmallDisk(folder: string, size: string, script: string): string {
  const ran = run(folder, size, `exec "$NODE" --input-type=module -e "$SCRIPT"`, script);
  if (ran.status !== 0) throw new Error(`The script failed: ${ran.stderr}`);
  return ran.stdout;
}

function run(folder: string, size: string, command: string, script = ""): SpawnSyncReturns<string> {
  const shell = `mount -t tmpfs -o size=${size} tmpfs "$FOLDER" && ${command}`;
  return spawnSync("unshare", [...UNSHARE, "sh", "-c", shell], {
    encoding: "utf8",
    env: { ...process.env, FOLDER: folder, NODE: process.execPath, SCRIPT: script },
  });
}
