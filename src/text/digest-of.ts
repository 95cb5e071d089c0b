import { hash } from "node:crypto";

/**
 * Gives the sha256 of bytes, or of a text as UTF-8, in lower-case hex.
 *
 * Why: it is the identity of originals, streams, layers and story texts everywhere in the house.
 */
export function digestOf(textOrBytes: string | Uint8Array): string {
  return hash("sha256", textOrBytes, "hex");
}
