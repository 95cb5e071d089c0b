import { listStoriesById } from "../../store/index.ts";
import { shortIdOf } from "../../reconcile/index.ts";
import type { WritingArchive } from "./open-writing.ts";
import { planErasure } from "./plan-erasure.ts";
import { replaceObjects } from "./replace-objects.ts";

/**
 * Destroys stories that came back in another file although an author had them erased.
 *
 * Their bytes went through the archive's disk for a moment, as nobody can know a text before it is read.
 */
export async function purgeStories(archive: WritingArchive, stories: readonly string[]): Promise<void> {
  if (stories.length === 0) return;
  const plan = await planErasure(archive, await listStoriesById(archive.catalogue.db, stories));
  await replaceObjects(archive, plan, shortIdOf(["erased again", ...stories]));
}
