import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseVocabularies, type Vocabulary } from "../../vocabulary/index.ts";

const OWN = fileURLToPath(new URL("../../../vocabularies/", import.meta.url));

/**
 * Loads Fanlight's vocabularies and the additions of an archive (`vocabularies/*.yaml` in its folder).
 *
 * @param archive - Omit for work without an archive, such as `fanlight inspect`.
 */
export async function loadVocabulary(archive?: string): Promise<Vocabulary> {
  const files = {
    ...(await readYaml(OWN)),
    ...(archive ? prefix(await readYaml(join(archive, "vocabularies"))) : {}),
  };
  return parseVocabularies(files);
}

async function readYaml(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const yaml = names.filter((name) => name.endsWith(".yaml")).sort();
  return Object.fromEntries(
    await Promise.all(yaml.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
  );
}

function prefix(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`archive/${name}`, text]));
}
