import { stat } from "node:fs/promises";
import { basename, dirname, relative, sep } from "node:path";
import { NotFoundError } from "../../terms/index.ts";

/** What becomes one accession: a folder, or the loose files that were named beside each other. */
export interface Delivery {
  readonly roots: readonly DeliveryRoot[];
  /** What the keeper calls it: the folder's name. */
  readonly name: string;
}

export interface DeliveryRoot {
  readonly path: string;
  /** Stands before the paths found under it, `/` between segments; empty unless two loose files have the same name. */
  readonly folder: string;
}

/**
 * Sorts the paths of one command into deliveries: each folder is one, all loose files together are one.
 *
 * @param paths - Absolute.
 * @throws NotFoundError naming the path that is not there.
 */
export async function listDeliveries(paths: readonly string[]): Promise<readonly Delivery[]> {
  const folders: Delivery[] = [];
  const files: string[] = [];
  for (const path of new Set(paths)) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new NotFoundError(
        `Name a file or folder that is there: "${path}" cannot be opened (${error.code ?? "unknown reason"})`,
      );
    });
    if (found.isDirectory()) folders.push({ roots: [{ path, folder: "" }], name: basename(path) });
    else files.push(path);
  }
  const [first] = files;
  if (first === undefined) return folders;
  const name = files.length === 1 ? basename(first) : basename(dirname(first));
  return [...folders, { roots: placeFiles(files), name }];
}

/** Files of the same name are told apart by the folders they lie in, from the one they have in common. */
function placeFiles(files: readonly string[]): readonly DeliveryRoot[] {
  if (new Set(files.map((path) => basename(path))).size === files.length)
    return files.map((path) => ({ path, folder: "" }));
  let common = dirname(files[0] ?? "");
  while (!files.every((path) => path.startsWith(common.endsWith(sep) ? common : common + sep)))
    common = dirname(common);
  return files.map((path) => ({
    path,
    folder: relative(common, dirname(path)).replaceAll(sep, "/"),
  }));
}
