import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync, utimesSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUILT = `${ROOT}node_modules/.cache/fanlight.tsbuildinfo`;

/**
 * Builds `dist/` before the first test, as some tests start the program as people do; nothing happens when it is fresh.
 *
 * What does not type-check is said and left to `npm run check`: the tests of a sound room still run.
 */
export function setup(): void {
  if (existsSync(BUILT) && existsSync(`${ROOT}dist/main.js`) && newestSource() <= statSync(BUILT).mtimeMs)
    return;
  const begun = new Date();
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const built = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (built.status !== 0) process.stderr.write(`The build has errors:\n${built.stdout}${built.stderr}`);
  if (!existsSync(`${ROOT}dist/main.js`)) throw new Error('Build the program first: "npm run build"');
  // The compiler leaves its notes alone when nothing it builds has changed.
  if (existsSync(BUILT)) utimesSync(BUILT, begun, begun);
}

function newestSource(): number {
  let newest = 0;
  for (const path of globSync(["src/**/*.ts", "src/**/*.tsx", "tsconfig*.json"], { cwd: ROOT }))
    if (!/\.test\.tsx?$/.test(path)) newest = Math.max(newest, statSync(ROOT + path).mtimeMs);
  return newest;
}
