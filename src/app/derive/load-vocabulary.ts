import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  parseIssueCodes,
  parseVocabularies,
  type IssueCodeRow,
  type Vocabulary,
} from "../../vocabulary/index.ts";

const OWN = fileURLToPath(new URL("../../../vocabularies/", import.meta.url));

/** Parsed ones by their text: a server changes rescues many times with the same vocabularies. */
const parsed = new Map<string, Vocabulary>();

/**
 * Loads Fanlight's vocabularies and the additions of an archive (`vocabularies/*.yaml` in its folder).
 *
 * @param archive - Omit for work without an archive, such as `fanlight inspect`.
 */
export async function loadVocabulary(archive?: string): Promise<Vocabulary> {
  const files = await readFiles(archive);
  const key = JSON.stringify(files);
  const vocabulary = parsed.get(key) ?? parseVocabularies(files);
  parsed.clear();
  parsed.set(key, vocabulary);
  return vocabulary;
}

/** Loads the issue codes alone, for pages and counts: a server starts in half the time. */
export async function loadIssueCodes(archive: string): Promise<readonly IssueCodeRow[]> {
  return parseIssueCodes(await readFiles(archive));
}

async function readFiles(archive: string | undefined): Promise<Record<string, string>> {
  const own = archive === undefined ? {} : prefix(await readYaml(join(archive, "vocabularies")));
  return { ...(await readYaml(OWN)), ...own };
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
