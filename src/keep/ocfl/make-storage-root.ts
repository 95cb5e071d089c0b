import { access, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeDurably } from "../write-durably.ts";

/** Name of the layout extension, as it is registered. */
export const LAYOUT = "0004-hashed-n-tuple-storage-layout";

/** The file that says: this folder is an OCFL 1.1 storage root. */
export const ROOT_DECLARATION = "0=ocfl_1.1";

/**
 * Makes an empty OCFL 1.1 storage root, or completes one that a crash left half made.
 *
 * The declaration is written last, so that its presence means a whole root.
 */
export async function makeStorageRoot(root: string): Promise<void> {
  const declaration = join(root, ROOT_DECLARATION);
  if (await exists(declaration)) return;
  const extension = join(root, "extensions", LAYOUT);
  await mkdir(extension, { recursive: true });
  await writeDurably(join(extension, "config.json"), json(CONFIG));
  await writeDurably(join(root, "ocfl_layout.json"), json(LAYOUT_FILE));
  await writeDurably(declaration, `${ROOT_DECLARATION.slice(2)}\n`);
}

const CONFIG = {
  extensionName: LAYOUT,
  digestAlgorithm: "sha256",
  tupleSize: 3,
  numberOfTuples: 3,
  shortObjectRoot: false,
} as const;

const LAYOUT_FILE = {
  extension: LAYOUT,
  description: "Objects lie under three folders of three hex digits of the sha256 of their id",
} as const;

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
