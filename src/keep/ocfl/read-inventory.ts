import { createHash, hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkInventory } from "./check-inventory.ts";
import { ALGORITHMS, type Inventory } from "./inventory.ts";
import type { Report } from "./ocfl-finding.ts";

const SIDECAR = /^(\S+)\s+inventory\.json\s*$/;

/**
 * Reads an inventory with its sidecar and checks both.
 *
 * @param folder - From the object's root: `` or `v1`.
 * @returns `undefined` when there is none, or none that could be understood.
 */
export async function readInventory(
  objectRoot: string,
  folder: string,
  report: Report,
): Promise<Inventory | undefined> {
  const where = join(folder, "inventory.json");
  const bytes = await readIfThere(join(objectRoot, where));
  if (bytes === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    report("E033", where, "The inventory is not JSON in UTF-8");
    return undefined;
  }
  const inventory = checkInventory(value, { folder, fileDigest: hash("sha512", bytes) }, where, report);
  if (inventory?.algorithm !== undefined)
    await checkSidecar(objectRoot, where, bytes, inventory.algorithm, report);
  return inventory;
}

async function checkSidecar(
  objectRoot: string,
  inventoryPath: string,
  bytes: Buffer,
  algorithm: string,
  report: Report,
): Promise<void> {
  const where = `${inventoryPath}.${algorithm}`;
  const sidecar = await readIfThere(join(objectRoot, where));
  if (sidecar === undefined) {
    report("E058", where, "The sidecar of the inventory is missing");
    return;
  }
  const digest = SIDECAR.exec(sidecar.toString("utf8"))?.[1];
  if (digest === undefined) {
    report("E061", where, "The sidecar is not of the form: DIGEST inventory.json");
    return;
  }
  const name = ALGORITHMS.get(algorithm);
  if (name === undefined) return;
  if (createHash(name).update(bytes).digest("hex") !== digest.toLowerCase()) {
    report("E060", where, "The digest is not that of the inventory");
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw error;
  }
}
