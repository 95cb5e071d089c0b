import { hash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { digestFile } from "./digest-file.ts";
import { objectFolders, readObjectId } from "./list-object-ids.ts";
import { findObjectId, formatObjectId } from "./object-id.ts";

/** One thing among the originals that is not as recorded. */
export interface FixityFinding {
  readonly objectId: string;
  /** From the object's root: `v1/content/original/...`. */
  readonly path: string;
  readonly kind: "changed" | "missing" | "extra" | "unreadable";
  /** sha512 on record; `null` when there is none. */
  readonly expected: string | null;
  /** sha512 as found; `null` when there is nothing to digest. */
  readonly found: string | null;
}

/**
 * Reads every byte of the originals again and yields what is not as recorded, in the order of the objects' folders.
 *
 * It names the file whose bytes changed, files that are gone, files nobody recorded, and - from the gaps in the numbers -
 * objects that are gone.
 */
export async function* verifyOriginals(root: string): AsyncIterable<FixityFinding> {
  const ids = new Set<string>();
  for await (const folder of objectFolders(root)) {
    const objectId = await readObjectId(folder)
      .catch(() => readObjectId(join(folder, "v1")))
      .catch(() => relative(root, folder));
    ids.add(objectId);
    yield* verifyObject(folder, objectId);
  }
  yield* findGaps(ids);
}

async function* verifyObject(folder: string, objectId: string): AsyncIterable<FixityFinding> {
  const finding = (
    path: string,
    kind: FixityFinding["kind"],
    expected?: string,
    found?: string,
  ): FixityFinding => ({
    objectId,
    path,
    kind,
    expected: expected ?? null,
    found: found ?? null,
  });
  const expected = await expectFiles(folder);
  if (expected === undefined) {
    yield finding(INVENTORY, "unreadable");
    return;
  }
  const present = new Set(await listFiles(folder));
  for (const [path, digests] of expected) {
    if (!present.delete(path)) {
      yield finding(path, "missing", digests.sha512);
      continue;
    }
    try {
      const found = await digestFile(join(folder, path));
      const same = found.sha512 === digests.sha512 && (digests.sha256 ?? found.sha256) === found.sha256;
      if (!same) yield finding(path, "changed", digests.sha512, found.sha512);
    } catch {
      yield finding(path, "unreadable", digests.sha512);
    }
  }
  for (const path of present) yield finding(path, "extra");
}

interface Expected {
  readonly sha512: string;
  readonly sha256?: string;
}

const INVENTORY = "inventory.json";
const DECLARATION = "0=ocfl_object_1.1";

// What must be there, from the inventory that its sidecar vouches for; of four places that say so, one may be damaged.
async function expectFiles(folder: string): Promise<ReadonlyMap<string, Expected> | undefined> {
  const files = new Map<string, Expected>();
  const inventory = await readVouched(folder);
  if (inventory === undefined) return undefined;
  const sha512 = hash("sha512", inventory);
  const sidecar = `${sha512} ${INVENTORY}\n`;
  for (const place of ["", "v1/"]) {
    files.set(`${place}${INVENTORY}`, { sha512 });
    files.set(`${place}${INVENTORY}.sha512`, { sha512: hash("sha512", sidecar) });
  }
  files.set(DECLARATION, { sha512: hash("sha512", `${DECLARATION.slice(2)}\n`) });
  const { manifest, fixity } = JSON.parse(inventory) as InventoryDigests; // vouched for by its own digest
  const sha256 = new Map<string, string>();
  for (const [digest, paths] of Object.entries(fixity.sha256))
    for (const path of paths) sha256.set(path, digest);
  for (const [digest, paths] of Object.entries(manifest)) {
    for (const path of paths) {
      const second = sha256.get(path);
      files.set(path, { sha512: digest, ...(second === undefined ? {} : { sha256: second }) });
    }
  }
  return files;
}

interface InventoryDigests {
  readonly manifest: Readonly<Record<string, readonly string[]>>;
  readonly fixity: { readonly sha256: Readonly<Record<string, readonly string[]>> };
}

async function readVouched(folder: string): Promise<string | undefined> {
  const read = (path: string): Promise<string> => readFile(join(folder, path), "utf8").catch(() => "");
  const texts = [await read(INVENTORY), await read(`v1/${INVENTORY}`)];
  const sidecars = new Set([await read(`${INVENTORY}.sha512`), await read(`v1/${INVENTORY}.sha512`)]);
  return texts.find((text) => text !== "" && sidecars.has(`${hash("sha512", text)} ${INVENTORY}\n`));
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

// Numbers are given without gaps, and an erased object leaves its successor.
function* findGaps(ids: ReadonlySet<string>): Iterable<FixityFinding> {
  const last = new Map<string, Set<number>>();
  for (const text of ids) {
    const id = findObjectId(text);
    if (id === undefined) continue;
    const sequences = last.get(id.accession) ?? new Set<number>();
    last.set(id.accession, sequences.add(id.sequence));
  }
  for (const [accession, sequences] of last) {
    for (let sequence = 1; sequence < Math.max(...sequences); sequence += 1) {
      if (sequences.has(sequence)) continue;
      yield {
        objectId: formatObjectId(accession, sequence),
        path: "",
        kind: "missing",
        expected: null,
        found: null,
      };
    }
  }
}
