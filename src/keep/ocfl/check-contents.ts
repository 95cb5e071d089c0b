import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { ALGORITHMS, findVersionNumber, type DigestPaths, type Inventory } from "./inventory.ts";
import type { Report } from "./ocfl-finding.ts";

interface Expected {
  readonly algorithm: string;
  readonly digest: string;
  /** Reported when it does not match. */
  readonly code: string;
}

/**
 * Checks that every content file is in the manifests it should be in, and has every digest any inventory gives it.
 *
 * Each file is read once, whatever the number of algorithms.
 * @param files - Content files found, from the object's root.
 */
export async function checkContents(
  objectRoot: string,
  inventories: readonly Inventory[],
  files: ReadonlySet<string>,
  report: Report,
): Promise<void> {
  for (const inventory of inventories) checkListed(inventory, files, report);
  for (const [path, expected] of expectDigests(inventories)) {
    if (!files.has(path)) {
      for (const { code } of expected) report(code, path, "The file is not there");
      continue;
    }
    const found = await digest(join(objectRoot, path), new Set(expected.map(({ algorithm }) => algorithm)));
    for (const { algorithm, digest: wanted, code } of expected) {
      if (found.get(algorithm) !== wanted) report(code, path, `The file has another ${algorithm} digest`);
    }
  }
}

function checkListed(inventory: Inventory, files: ReadonlySet<string>, report: Report): void {
  const listed = new Set([...inventory.manifest.values()].flat());
  const last = findVersionNumber(inventory.head ?? "") ?? Number.POSITIVE_INFINITY;
  for (const path of files) {
    const version = findVersionNumber(path.slice(0, path.indexOf("/"))) ?? 0;
    if (version > last || listed.has(path)) continue;
    report(
      "E023",
      path,
      `The manifest of "${join(inventory.folder, "inventory.json")}" does not list the file`,
    );
  }
}

function expectDigests(inventories: readonly Inventory[]): ReadonlyMap<string, readonly Expected[]> {
  const byPath = new Map<string, Map<string, Expected>>();
  const expect = (digests: DigestPaths, algorithm: string, code: string): void => {
    if (!ALGORITHMS.has(algorithm)) return;
    for (const [written, paths] of digests) {
      const digest = written.toLowerCase();
      for (const path of paths) {
        const known = byPath.get(path) ?? new Map<string, Expected>();
        byPath.set(path, known.set(`${code} ${algorithm} ${digest}`, { algorithm, digest, code }));
      }
    }
  };
  for (const inventory of inventories) {
    if (inventory.algorithm !== undefined) expect(inventory.manifest, inventory.algorithm, "E092");
    for (const [algorithm, digests] of inventory.fixity) expect(digests, algorithm, "E093");
  }
  return new Map([...byPath].map(([path, expected]) => [path, [...expected.values()]]));
}

async function digest(path: string, algorithms: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, Hash>();
  for (const algorithm of algorithms)
    hashes.set(algorithm, createHash(ALGORITHMS.get(algorithm) ?? algorithm));
  for await (const chunk of createReadStream(path)) {
    for (const hash of hashes.values()) hash.update(chunk);
  }
  return new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest("hex")]));
}
