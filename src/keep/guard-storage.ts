import { asStorageError } from "./as-storage-error.ts";

/**
 * Runs `work` and turns what the file system refuses into a `StorageError`.
 *
 * @throws StorageError when the disk is full, read-only or forbids; anything else as thrown.
 */
export async function guardStorage<T>(action: string, where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asStorageError(error, action, where);
  }
}
