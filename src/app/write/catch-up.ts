import { listObjects, listReadingIdsOfObjects, listUnplacedStoryFacts } from "../../store/index.ts";
import type { StoryFacts } from "../../terms/index.ts";
import { readAccessionNote } from "./accessions.ts";
import { deriveObject } from "./derive-object.ts";
import { indexNewWorks } from "./index-new-works.ts";
import { readKeptOut } from "./kept-out.ts";
import type { WritingArchive } from "./open-writing.ts";
import type { ProgressMeter } from "./progress-meter.ts";
import { purgeStories } from "./purge-stories.ts";
import { reconcileStories } from "./reconcile-stories.ts";

/**
 * Derives every object of originals that the catalogue does not know, and forgets those that are no more.
 *
 * After a killed import, at a rebuild, after an erasure: the catalogue follows the originals, never the other way.
 */
export async function catchUp(
  archive: WritingArchive,
  meter: ProgressMeter,
  stop?: AbortSignal,
): Promise<void> {
  const held = await archive.originals.listObjectIds();
  const known = new Set((await listObjects(archive.catalogue.db)).map((object) => object.id));
  const gone = [...known].filter((id) => !held.includes(id));
  if (gone.length > 0) await forgetObjects(archive, gone);
  const isKeptOut = await readKeptOut(archive);
  const keptOut: string[] = [];
  for (const id of held) {
    if (stop?.aborted) return;
    if (known.has(id)) continue;
    const object = await archive.originals.readObject(id);
    const { source } = await readAccessionNote(archive.sealed, object.accession);
    const report = await deriveObject(archive, object, source, isKeptOut, meter);
    keptOut.push(...report.keptOut);
    await settle(archive, report.stories);
  }
  if (keptOut.length > 0) {
    await purgeStories(archive, keptOut);
    return await catchUp(archive, meter, stop);
  }
  // A run that died between deriving and reconciling left stories that belong to no work yet.
  for (let page = await unplaced(archive); page.length > 0; page = await unplaced(archive))
    await settle(archive, page);
}

/** Brings fresh stories into works and into the search index. */
export async function settle(archive: WritingArchive, stories: readonly StoryFacts[]): Promise<number> {
  const works = stories.length > 0 ? await reconcileStories(archive, stories) : 0;
  await indexNewWorks(archive);
  return works;
}

async function unplaced(archive: WritingArchive): Promise<readonly StoryFacts[]> {
  return await listUnplacedStoryFacts(archive.catalogue.db);
}

/** Deletes objects that are no more, and makes sure that none of their words is left in the bytes of the store. */
async function forgetObjects(archive: WritingArchive, objects: readonly string[]): Promise<void> {
  const readings = await listReadingIdsOfObjects(archive.catalogue.db, objects);
  for (const reading of readings) archive.catalogue.texts.remove(reading);
  await archive.writer.deleteObjects(objects);
  await archive.writer.optimise();
}
