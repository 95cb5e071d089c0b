import { shortIdOf } from "../../reconcile/index.ts";
import type { HeldFile, HeldObject } from "../../keep/index.ts";
import type { DerivedOriginal, DerivedStory } from "../../store/index.ts";
import type { StoryFacts } from "../../terms/index.ts";
import type { DeriveTask } from "../derive/derive-worker.ts";
import type { WritingArchive } from "./open-writing.ts";
import type { ProgressMeter } from "./progress-meter.ts";

/** Originals of one transaction: enough to be quick, few enough that memory stays flat and pages see them soon. */
const BATCH = 128;

/** What deriving one object found. */
export interface ObjectReport {
  /** Without those kept out. */
  readonly stories: readonly StoryFacts[];
  /** Stories whose text an author had erased before: they must go again. */
  readonly keptOut: readonly string[];
}

/**
 * Derives all originals of an object and writes what was found.
 *
 * The object's own row comes with the last batch, so that a run that dies on the way derives the object again.
 *
 * @param source - The list or site the object's accession came from.
 */
export async function deriveObject(
  archive: WritingArchive,
  object: HeldObject,
  source: string,
  isKeptOut: (sha256: string) => boolean,
  meter: ProgressMeter,
): Promise<ObjectReport> {
  const tasks = object.files.map((file) => taskOf(archive, object, file, source));
  const stories: StoryFacts[] = [];
  const keptOut: string[] = [];
  let batch: DerivedOriginal[] = [];
  let writing: Promise<void> = Promise.resolve();
  const write = async (objects: readonly HeldObject[]): Promise<void> => {
    await writing;
    const originals = batch;
    batch = [];
    writing = archive.writer
      .writeDerived({
        accessions: [{ id: object.accession, source }],
        objects: objects.map(({ id, accession, files }) => ({ id, accession, files: files.length })),
        originals,
      })
      .then(() => meter.add("catalogued", originals.length));
  };
  for await (const derived of archive.pool().derive(tasks)) {
    meter.at(derived.at(-1)?.original.path ?? "");
    meter.add("read", derived.length);
    meter.add("understood", derived.length);
    batch.push(...derived);
    for (const story of derived.flatMap(({ readings }) => readings.flatMap((reading) => reading.stories))) {
      if (isKeptOut(story.bodyDigest)) keptOut.push(story.id);
      else stories.push(factsOf(story));
    }
    if (batch.length >= BATCH) await write([]);
  }
  await write([object]);
  await writing;
  return { stories, keptOut };
}

/** Without claims and ranges: these are kept until the whole object is reconciled. */
function factsOf(story: DerivedStory): StoryFacts {
  const { id, anchorId, orderKey, titleKey, partKey, part, partsTotal, bodyDigest, words } = story;
  return { id, anchorId, orderKey, titleKey, partKey, part, partsTotal, bodyDigest, words };
}

function taskOf(archive: WritingArchive, object: HeldObject, file: HeldFile, source: string): DeriveTask {
  return {
    file: archive.originals.fileOf(object.id, file.contentPath),
    original: {
      id: shortIdOf([object.accession, file.path]),
      accession: object.accession,
      source,
      object: object.id,
      path: file.path,
      contentPath: file.contentPath,
      sha256: file.sha256,
      sizeBytes: file.sizeBytes,
    },
  };
}
