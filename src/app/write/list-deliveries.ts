import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { NotFoundError } from "../../terms/index.ts";

/** What becomes one accession: a folder, or the loose files that were named beside each other. */
export interface Delivery {
  /** A folder's own path, or each of the loose files. */
  readonly roots: readonly string[];
  /** What the keeper calls it: the folder's name. */
  readonly name: string;
}

/**
 * Sorts the paths of one command into deliveries: each folder is one, all loose files together are one.
 *
 * @throws NotFoundError naming the path that is not there.
 */
export async function listDeliveries(paths: readonly string[]): Promise<readonly Delivery[]> {
  const folders: Delivery[] = [];
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new NotFoundError(
        `Name a file or folder that is there: "${path}" cannot be opened (${error.code ?? "unknown reason"})`,
      );
    });
    if (found.isDirectory()) folders.push({ roots: [path], name: basename(path) });
    else files.push(path);
  }
  const [first] = files;
  if (first === undefined) return folders;
  const name = files.length === 1 ? basename(first) : basename(dirname(first));
  return [...folders, { roots: files, name }];
}
