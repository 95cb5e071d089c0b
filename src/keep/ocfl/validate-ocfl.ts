import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SPEC_VERSIONS } from "./inventory.ts";
import { objectFolder } from "./object-folder.ts";
import { collectFindings, type OcflFinding, type Report } from "./ocfl-finding.ts";
import { REGISTERED_EXTENSIONS } from "./registered-extensions.ts";
import { validateObject } from "./validate-object.ts";

const ROOT_DECLARATION = /^0=ocfl_(?!object_)(.*)$/;
const OBJECT_DECLARATION = /^0=ocfl_object_/;
const NONE: ReadonlySet<string> = new Set();

/**
 * Validates an OCFL storage root with all its objects, or a single object, and yields what is wrong.
 *
 * A folder without the declaration of a storage root is taken for an object. Nothing yielded means valid; warnings alone
 * mean valid too. Objects are looked at one by one, so that memory stays flat.
 * @param options.ignored - Names passed over wherever they stand, such as `.keep` in a checkout.
 * @see https://ocfl.io/1.1/spec/validation-codes.html
 */
export async function* validateOcfl(
  root: string,
  options: { readonly ignored?: ReadonlySet<string> } = {},
): AsyncIterable<OcflFinding> {
  const ignored = options.ignored ?? NONE;
  const entries = (await readdir(root, { withFileTypes: true })).filter((entry) => !ignored.has(entry.name));
  const declarations = entries.map((entry) => entry.name).filter((name) => ROOT_DECLARATION.test(name));
  if (declarations.length === 0) {
    yield* (await validateObject(root, ignored)).findings;
    return;
  }
  const { findings, report } = collectFindings();
  const specVersion = await checkDeclarations(root, declarations, report);
  const layout = await checkLayout(root, entries, report);
  await checkExtensions(root, entries, ignored, report);
  yield* findings;
  const context: Context = { root, ignored, specVersion, layout, ids: new Map() };
  for (const entry of entries) {
    if (entry.isDirectory() && entry.name !== "extensions") yield* validateFolder(context, entry.name);
    if (entry.isSymbolicLink()) yield finding("E090", entry.name, "Links are not allowed");
  }
}

interface Context {
  readonly root: string;
  readonly ignored: ReadonlySet<string>;
  readonly specVersion: string | undefined;
  readonly layout: string | undefined;
  /** Where each id was met. */
  readonly ids: Map<string, string>;
}

async function* validateFolder(context: Context, folder: string): AsyncIterable<OcflFinding> {
  const entries = await readdir(join(context.root, folder), { withFileTypes: true });
  const wanted = entries
    .filter((entry) => !context.ignored.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (wanted.some((entry) => OBJECT_DECLARATION.test(entry.name))) {
    yield* validateObjectAt(context, folder);
    return;
  }
  if (wanted.length === 0) yield finding("E073", folder, "The folder is empty");
  for (const entry of wanted) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* validateFolder(context, path);
    else if (entry.isSymbolicLink()) yield finding("E090", path, "Links are not allowed");
    else yield finding("E072", path, "The file is not part of an object");
  }
}

async function* validateObjectAt(context: Context, folder: string): AsyncIterable<OcflFinding> {
  const verdict = await validateObject(join(context.root, folder), context.ignored);
  for (const found of verdict.findings) yield { ...found, path: join(folder, found.path) };
  const { id, specVersion } = verdict;
  if (specVersion !== undefined && context.specVersion !== undefined && specVersion > context.specVersion) {
    yield finding("E081", folder, "The object is of a later OCFL version than the storage root");
  }
  if (id === undefined) return;
  const other = context.ids.get(id);
  if (other !== undefined) yield finding("E037", folder, `The id "${id}" is also that of "${other}"`);
  context.ids.set(id, folder);
  const place = context.layout === "0004-hashed-n-tuple-storage-layout" ? objectFolder(id) : folder;
  if (place !== folder) yield finding("E083", folder, `The layout wants the object in "${place}"`);
}

async function checkDeclarations(
  root: string,
  names: readonly string[],
  report: Report,
): Promise<string | undefined> {
  const name = names[0];
  if (name === undefined || names.length > 1) {
    report("E076", "", "There is not exactly one declaration of the root's OCFL version");
    return undefined;
  }
  const value = name.slice(2);
  const text = await readFile(join(root, name), "utf8").catch(() => "");
  if (text !== `${value}\n`) report("E080", name, `The declaration does not say "${value}" and a line end`);
  const specVersion = SPEC_VERSIONS.find((version) => value === `ocfl_${version}`);
  if (specVersion === undefined)
    report("E079", name, "The declaration names no known version of the specification");
  return specVersion;
}

// Gives the layout extension's name when it has the default parameters, the only ones this knows how to check.
async function checkLayout(
  root: string,
  entries: readonly Dirent[],
  report: Report,
): Promise<string | undefined> {
  if (!entries.some((entry) => entry.name === "ocfl_layout.json")) return undefined;
  const layout = await readJson(join(root, "ocfl_layout.json"));
  const extension = layout?.["extension"];
  if (typeof extension !== "string" || typeof layout?.["description"] !== "string") {
    report("E070", "ocfl_layout.json", "The layout has no extension or no description");
    return undefined;
  }
  if (!REGISTERED_EXTENSIONS.has(extension))
    report("E071", "ocfl_layout.json", "The extension is not registered");
  const config = await readJson(join(root, "extensions", extension, "config.json"));
  const {
    digestAlgorithm = "sha256",
    tupleSize = 3,
    numberOfTuples = 3,
    shortObjectRoot = false,
  } = config ?? {};
  const plain =
    digestAlgorithm === "sha256" && tupleSize === 3 && numberOfTuples === 3 && shortObjectRoot === false;
  return plain ? extension : undefined;
}

async function readJson(path: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

async function checkExtensions(
  root: string,
  entries: readonly Dirent[],
  ignored: ReadonlySet<string>,
  report: Report,
): Promise<void> {
  if (!entries.some((entry) => entry.name === "extensions" && entry.isDirectory())) return;
  for (const entry of await readdir(join(root, "extensions"), { withFileTypes: true })) {
    const path = `extensions/${entry.name}`;
    if (ignored.has(entry.name)) continue;
    if (!entry.isDirectory()) report("E112", path, "The file does not belong there");
    else if (!REGISTERED_EXTENSIONS.has(entry.name)) report("W016", path, "The extension is not registered");
  }
}

function finding(code: string, path: string, detail: string): OcflFinding {
  return { code, severity: "error", path, detail };
}
