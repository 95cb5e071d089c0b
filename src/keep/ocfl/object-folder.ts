import { createHash } from "node:crypto";
import { join } from "node:path";

/**
 * Gives an object's folder from the storage root, as extension 0004 lays it out with its default parameters:
 * three folders of three hex digits of the id's sha256, then the whole digest.
 */
export function objectFolder(objectId: string): string {
  const digest = createHash("sha256").update(objectId).digest("hex");
  return join(digest.slice(0, 3), digest.slice(3, 6), digest.slice(6, 9), digest);
}
