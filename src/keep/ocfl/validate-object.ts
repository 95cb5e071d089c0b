import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkContents } from "./check-contents.ts";
import { compareInventories } from "./compare-inventories.ts";
import { findVersionNumber, SPEC_VERSIONS, type Inventory, type SpecVersion } from "./inventory.ts";
import { collectFindings, type OcflFinding, type Report } from "./ocfl-finding.ts";
import { readInventory } from "./read-inventory.ts";
import { REGISTERED_EXTENSIONS } from "./registered-extensions.ts";

const DECLARATION = /^0=ocfl_object_(.*)$/;

/** An object as it was found valid or not. */
export interface ObjectVerdict {
  readonly id: string | undefined;
  readonly specVersion: SpecVersion | undefined;
  readonly findings: readonly OcflFinding[];
}

/**
 * Validates one OCFL object of version 1.0 or 1.1, every digest included.
 *
 * @param ignored - Names passed over wherever they stand, such as `.keep` in a checkout.
 */
export async function validateObject(
  objectRoot: string,
  ignored: ReadonlySet<string>,
): Promise<ObjectVerdict> {
  const { findings, report } = collectFindings();
  const entries = await listEntries(objectRoot, "", ignored, report);
  const specVersion = await checkDeclaration(objectRoot, entries, report);
  const root = await readInventory(objectRoot, "", report);
  const hasInventory = entries.some((entry) => entry.name === "inventory.json");
  if (!hasInventory) report("E063", "", "The object has no inventory");
  if (root?.specVersion !== undefined && specVersion !== undefined && root.specVersion !== specVersion) {
    report("E038", "inventory.json", "The type is not of the version that the declaration names");
  }
  const versions = checkEntries(entries, root, report);
  await checkExtensions(objectRoot, entries, ignored, report);
  if (root !== undefined) await checkVersionFolders(objectRoot, root, versions, ignored, report);
  return { id: root?.id, specVersion, findings };
}

async function checkDeclaration(
  objectRoot: string,
  entries: readonly Dirent[],
  report: Report,
): Promise<SpecVersion | undefined> {
  const names = entries.filter((entry) => DECLARATION.test(entry.name)).map((entry) => entry.name);
  const name = names[0];
  if (name === undefined || names.length > 1) {
    report("E003", "", "There is not exactly one declaration of the object's OCFL version");
    return undefined;
  }
  const value = name.slice(2);
  const text = await readFile(join(objectRoot, name), "utf8").catch(() => "");
  if (text !== `${value}\n`) report("E007", name, `The declaration does not say "${value}" and a line end`);
  const specVersion = SPEC_VERSIONS.find((version) => value === `ocfl_object_${version}`);
  if (specVersion === undefined)
    report("E006", name, "The declaration names no known version of the specification");
  return specVersion;
}

// Gives the names of the version folders.
function checkEntries(
  entries: readonly Dirent[],
  root: Inventory | undefined,
  report: Report,
): readonly string[] {
  const versions: string[] = [];
  for (const entry of entries) {
    const { name } = entry;
    if (entry.isDirectory()) {
      if (findVersionNumber(name) !== undefined) versions.push(name);
      else if (name !== "extensions" && name !== "logs")
        report("E001", name, "The folder does not belong there");
      continue;
    }
    const sidecar = `inventory.json.${root?.algorithm ?? "sha512"}`;
    if (name === "inventory.json" || name === sidecar || DECLARATION.test(name)) continue;
    report("E001", name, "The file does not belong there");
  }
  checkNumbers(versions, report);
  if (root !== undefined) checkNames(new Set(versions), root, report);
  return versions.sort((a, b) => (findVersionNumber(a) ?? 0) - (findVersionNumber(b) ?? 0));
}

function checkNumbers(versions: readonly string[], report: Report): void {
  if (versions.length === 0) {
    report("E008", "", "There is no version");
    return;
  }
  const numbers = new Set(versions.map((name) => findVersionNumber(name) ?? 0));
  if (!numbers.has(1)) report("E009", "", "The versions do not begin with 1");
  if (Math.max(...numbers) !== numbers.size) report("E010", "", "The versions have gaps");
  const padded = versions.filter((name) => name.startsWith("v0"));
  if (padded.length === 0) return;
  report("W001", "", "The version numbers are padded with zeros");
  if (padded.length === versions.length && new Set(versions.map((name) => name.length)).size === 1) return;
  report("E012", "", "The names of the versions do not follow one convention");
  report("E013", "", "A later version does not follow the naming of the earlier ones");
  if (padded.length < versions.length)
    report("E011", "", "A padded version number does not begin with a zero");
}

function checkNames(versions: ReadonlySet<string>, root: Inventory, report: Report): void {
  for (const name of versions) {
    if (!root.versions.has(name)) report("E046", name, "The inventory does not know the version");
  }
  for (const name of root.versions.keys()) {
    if (!versions.has(name)) report("E046", name, "The version of the inventory has no folder");
  }
}

async function checkExtensions(
  objectRoot: string,
  entries: readonly Dirent[],
  ignored: ReadonlySet<string>,
  report: Report,
): Promise<void> {
  if (!entries.some((entry) => entry.name === "extensions" && entry.isDirectory())) return;
  for (const entry of await listEntries(objectRoot, "extensions", ignored, report)) {
    const path = `extensions/${entry.name}`;
    if (!entry.isDirectory()) report("E067", path, "The file does not belong there");
    else if (!REGISTERED_EXTENSIONS.has(entry.name)) report("W013", path, "The extension is not registered");
  }
}

async function checkVersionFolders(
  objectRoot: string,
  root: Inventory,
  versions: readonly string[],
  ignored: ReadonlySet<string>,
  report: Report,
): Promise<void> {
  const inventories: Inventory[] = [];
  const files = new Set<string>();
  for (const version of versions) {
    const inventory = await readInventory(objectRoot, version, report);
    if (inventory === undefined) report("W010", version, "The version has no inventory of its own");
    else inventories.push(inventory);
    const contentDirectory = inventory?.contentDirectory ?? root.contentDirectory ?? "content";
    for (const entry of await listEntries(objectRoot, version, ignored, report)) {
      const path = `${version}/${entry.name}`;
      if (!entry.isDirectory()) checkVersionFile(path, entry.name, report);
      else if (entry.name !== contentDirectory)
        report("W002", path, "The version has another folder than its content");
      else await collectFiles(objectRoot, path, ignored, files, report);
    }
  }
  compareInventories(root, inventories, report);
  const others = inventories.filter((inventory) => inventory.fileDigest !== root.fileDigest);
  await checkContents(objectRoot, [root, ...others], files, report);
}

function checkVersionFile(path: string, name: string, report: Report): void {
  if (!/^inventory\.json(?:\.\w+)?$/.test(name)) report("E015", path, "The file does not belong there");
}

async function collectFiles(
  objectRoot: string,
  folder: string,
  ignored: ReadonlySet<string>,
  files: Set<string>,
  report: Report,
  depth = 0,
): Promise<void> {
  const entries = await listEntries(objectRoot, folder, ignored, report);
  if (entries.length === 0) {
    if (depth === 0) report("W003", folder, "The version has an empty content folder");
    else report("E024", folder, "The folder is empty");
  }
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) await collectFiles(objectRoot, path, ignored, files, report, depth + 1);
    else files.add(path);
  }
}

// Links are reported and then passed over.
async function listEntries(
  objectRoot: string,
  folder: string,
  ignored: ReadonlySet<string>,
  report: Report,
): Promise<readonly Dirent[]> {
  const entries = await readdir(join(objectRoot, folder), { withFileTypes: true });
  const wanted = entries
    .filter((entry) => !ignored.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of wanted) {
    if (entry.isSymbolicLink()) report("E090", join(folder, entry.name), "Links are not allowed");
  }
  return wanted.filter((entry) => !entry.isSymbolicLink());
}
