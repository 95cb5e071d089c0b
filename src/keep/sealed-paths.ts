import { join } from "node:path";

/** AES-256 and HMAC-SHA256 both take 32 bytes. */
export const KEY_BYTES = 32;

/** Name of the archive's own secret among the keys: it makes the keyed digests of what is kept out. */
export const KEPT_OUT_KEY = "kept-out";

/** Where the key of a sealed record lies. */
export function keyPath(archiveDir: string, id: string): string {
  return join(archiveDir, "sealed", "keys", id);
}

/** Where the ciphertext of a sealed record lies. */
export function recordPath(archiveDir: string, id: string): string {
  return join(archiveDir, "sealed", id);
}
