import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../terms/index.ts";
import { CONFIG_FILE } from "./config.ts";

/**
 * Finds which archive is meant: `--archive DIR`, else `FANLIGHT_ARCHIVE`, else the nearest `fanlight.toml` upwards.
 *
 * @throws UsageError when there is none, saying how to make one.
 */
export function findArchive(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  workingDir: string,
): string {
  const given = named ?? env["FANLIGHT_ARCHIVE"];
  if (given !== undefined) {
    const dir = resolve(workingDir, given);
    if (existsSync(join(dir, CONFIG_FILE))) return dir;
    throw new UsageError(
      `Name a folder that is an archive: "${dir}" has no ${CONFIG_FILE}, make one with "fanlight init ${given}"`,
    );
  }
  for (let dir = resolve(workingDir); ; dir = dirname(dir)) {
    if (existsSync(join(dir, CONFIG_FILE))) return dir;
    if (dirname(dir) === dir) break;
  }
  throw new UsageError(
    `Say which archive is meant: add "--archive DIR", or make one with "fanlight init DIR"`,
  );
}
