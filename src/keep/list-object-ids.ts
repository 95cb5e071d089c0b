import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { FixityError } from "../terms/index.ts";
import { compareObjectIds } from "./object-id.ts";

const HEAD_BYTES = 512;
const FIRST_KEY_ID = /^\s*\{\s*"id":\s*("(?:[^"\\]|\\.)*")/;

/**
 * Lists the ids of all objects under a storage root, in the order they were taken in.
 *
 * The layout hides ids behind digests, so each object's inventory is asked; our own have the id in the first bytes.
 * @throws FixityError when an object has no readable inventory.
 */
export async function listObjectIds(root: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const folder of objectFolders(root)) ids.push(await readObjectId(folder));
  return ids.sort(compareObjectIds);
}

/** Gives the folder of each object under a storage root, in the order of their names. */
export async function* objectFolders(folder: string, depth = 0): AsyncIterable<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory() || (depth === 0 && entry.name === "extensions")) continue;
    const path = join(folder, entry.name);
    if (depth === 3) yield path;
    else yield* objectFolders(path, depth + 1);
  }
}

/** Reads an object's id out of its inventory. @throws FixityError when there is none to read. */
export async function readObjectId(folder: string): Promise<string> {
  const path = join(folder, "inventory.json");
  try {
    const handle = await open(path, "r");
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      const quoted = FIRST_KEY_ID.exec(buffer.toString("utf8", 0, bytesRead))?.[1];
      if (quoted !== undefined) return String(JSON.parse(quoted));
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new FixityError(
      `Read "${path}" failed: run \`fanlight verify\`, then restore the object from a copy`,
      { cause },
    );
  }
  throw new FixityError(`Find the object's id in "${path}" failed: restore the object from a copy`);
}
