import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import { UsageError } from "../terms/index.ts";

/** Every setting an archive has, with its default; `docs/operator/settings.md` explains each. */
export const ConfigSchema = z.strictObject({
  name: z.string().min(1).max(120).default("An archive of rescued stories"),
  about: z.string().max(2000).default("Every file kept as its author left it."),
  contact: z.string().max(500).optional(),
  host: z.string().min(1).default("127.0.0.1"),
  hosts: z.array(z.string().min(1).max(253)).max(50).default([]),
  port: z.int().min(0).max(65_535).default(7300),
  workers: z.int().min(1).max(64).optional(),
  limits: z
    .strictObject({
      text_megabytes: z.int().min(1).max(1024).default(64),
      container_depth: z.int().min(1).max(32).default(8),
      container_entries: z.int().min(1).default(200_000),
      container_ratio: z.int().min(10).default(1000),
      container_seconds: z.int().min(1).default(600),
    })
    .prefault({}),
});

/** The settings of one archive, all defaults filled in. */
export type Config = z.infer<typeof ConfigSchema>;

/** The name of the settings file; its presence makes a folder an archive. */
export const CONFIG_FILE = "fanlight.toml";

/**
 * Reads the settings of an archive: environment (`FANLIGHT_*`) over `fanlight.toml` over defaults.
 *
 * @throws UsageError naming the file, the setting and what it may be.
 */
export async function readConfig(
  archive: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Config> {
  const file = join(archive, CONFIG_FILE);
  let written: Record<string, unknown>;
  try {
    written = parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new UsageError(
      `Mend the settings in "${file}": ${error instanceof Error ? error.message : "not readable"}`,
    );
  }
  const result = ConfigSchema.safeParse({ ...written, ...fromEnvironment(env) });
  if (result.success) return result.data;
  const [problem] = result.error.issues;
  const variable = `FANLIGHT_${String(problem?.path[0]).toUpperCase()}`;
  if (env[variable] !== undefined)
    throw new UsageError(`Mend the variable ${variable} of the environment: ${problem?.message}`);
  throw new UsageError(`Mend the setting "${problem?.path.join(".")}" in "${file}": ${problem?.message}`);
}

function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const key of ["name", "about", "host"]) {
    const value = env[`FANLIGHT_${key.toUpperCase()}`];
    if (value !== undefined) found[key] = value;
  }
  for (const key of ["port", "workers"]) {
    const value = env[`FANLIGHT_${key.toUpperCase()}`];
    if (value !== undefined) found[key] = Number(value);
  }
  return found;
}
