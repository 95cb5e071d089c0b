// Loaded before the code under test (`node --import`): before every call that changes the disk, it copies ARCHIVE to a new folder
// in SNAPSHOTS. After `kill -9` the disk is just what such a copy holds.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

const archive = process.env["ARCHIVE"] ?? "";
const snapshots = process.env["SNAPSHOTS"] ?? "";
const { cpSync, existsSync } = fs;
let steps = 0;
let copying = false;

function takeSnapshot(): void {
  if (copying || !existsSync(archive)) return;
  copying = true;
  cpSync(archive, join(snapshots, String(steps).padStart(4, "0")), { recursive: true });
  copying = false;
  steps += 1;
}

type AnyFunction = (...given: unknown[]) => unknown;

function watch(owner: object, names: readonly string[]): void {
  const functions = owner as Record<string, AnyFunction>; // Node's own modules, whose members are functions
  for (const name of names) {
    const original = functions[name];
    if (original === undefined) throw new Error(`Node has no ${name}`);
    functions[name] = function (this: unknown, ...given) {
      takeSnapshot();
      return original.apply(this, given);
    };
  }
}

watch(fs, ["openSync", "writeSync", "mkdirSync"]);
watch(fs.promises, ["copyFile", "link", "mkdir", "open", "rename", "rm", "rmdir"]);
syncBuiltinESMExports();
