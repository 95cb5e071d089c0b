import { join } from "node:path";

/** Folder of everything unfinished; beside the originals, as OCFL allows no stray folder among them. */
export function stagingRoot(archiveDir: string): string {
  return join(archiveDir, "staging");
}

/** Where an object is put together; its name says which, so that a later run can clear up after a killed one. */
export function stagingFolder(archiveDir: string, objectId: string): string {
  return join(stagingRoot(archiveDir), encodeURIComponent(objectId));
}

/** Where an object goes to be destroyed. */
export function purgeFolder(archiveDir: string, objectId: string): string {
  return join(stagingRoot(archiveDir), `purge-${encodeURIComponent(objectId)}`);
}

/** The object a folder under `staging/` is about. */
export function objectOfStaging(name: string): { readonly id: string; readonly purge: boolean } {
  const purge = name.startsWith("purge-");
  return { id: decodeURIComponent(purge ? name.slice("purge-".length) : name), purge };
}
