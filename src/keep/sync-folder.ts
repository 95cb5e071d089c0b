import { open } from "node:fs/promises";

/**
 * Makes the entries of a folder durable: a rename survives a power cut only after this.
 *
 * Windows cannot open a folder and keeps its entries durable itself, so refusal there is no error.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
