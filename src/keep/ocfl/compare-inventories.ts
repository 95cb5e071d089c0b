import { isDeepStrictEqual } from "node:util";
import { findVersionNumber, type Inventory } from "./inventory.ts";
import type { Report } from "./ocfl-finding.ts";

/**
 * Checks the inventories of earlier versions against the one of the object's root.
 *
 * @param earlier - Inventories found in version folders, in the order of their versions.
 */
export function compareInventories(root: Inventory, earlier: readonly Inventory[], report: Report): void {
  let specVersion = "1.0";
  for (const inventory of earlier) {
    const where = `${inventory.folder}/inventory.json`;
    if (inventory.head !== undefined && inventory.head !== inventory.folder) {
      report("E040", where, `The head is "${inventory.head}" in the folder of "${inventory.folder}"`);
    }
    if (inventory.folder === root.head && inventory.fileDigest !== root.fileDigest) {
      report("E064", where, "The newest version's inventory is not the same file as the object's");
    }
    if (inventory.id !== root.id) report("E037", where, "The id is not that of the object");
    if (inventory.contentDirectory !== root.contentDirectory) {
      report("E019", where, "The content directory is not the same in all versions");
    }
    const own = inventory.specVersion ?? specVersion;
    if (own < specVersion || own > (root.specVersion ?? own)) {
      report("E103", where, "The version of the specification is older than that of a version before");
    }
    specVersion = own;
    compareVersions(root, inventory, where, report);
  }
}

function compareVersions(root: Inventory, earlier: Inventory, where: string, report: Report): void {
  const last = findVersionNumber(earlier.folder) ?? 0;
  for (const [name, now] of root.versions) {
    const before = earlier.versions.get(name);
    if (before === undefined) {
      if ((findVersionNumber(name) ?? 0) <= last) report("E066", where, `Version "${name}" is missing`);
      continue;
    }
    if (!sameState(root, earlier, name))
      report("E066", where, `Version "${name}" has another state in the newest inventory`);
    if (
      !isDeepStrictEqual([before.created, before.message, before.user], [now.created, now.message, now.user])
    ) {
      report("W011", where, `Version "${name}" has another instant, message or user in the newest inventory`);
    }
  }
}

// With two digest algorithms, digests cannot be compared: what counts then is whether they stand for the same content files.
function sameState(root: Inventory, earlier: Inventory, name: string): boolean {
  const now = contentOf(root, name);
  const before = contentOf(earlier, name);
  if (now.size !== before.size) return false;
  for (const [path, content] of before) {
    const other = now.get(path);
    if (other === undefined) return false;
    if (root.algorithm === earlier.algorithm) {
      if (content.digest !== other.digest) return false;
    } else if (!content.paths.every((contentPath) => other.paths.includes(contentPath))) return false;
  }
  return true;
}

interface Content {
  readonly digest: string;
  readonly paths: readonly string[];
}

function contentOf(inventory: Inventory, name: string): ReadonlyMap<string, Content> {
  const contents = new Map<string, Content>();
  for (const [digest, logicalPaths] of inventory.versions.get(name)?.state ?? []) {
    const paths = inventory.manifest.get(digest) ?? [];
    for (const path of logicalPaths) contents.set(path, { digest: digest.toLowerCase(), paths });
  }
  return contents;
}
