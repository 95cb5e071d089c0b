import { readFile } from "node:fs/promises";
import type { Redaction } from "../../keep/index.ts";
import { makeTextLayer } from "../../read/index.ts";
import {
  findOriginalById,
  findReading,
  listClaimsOfStories,
  listStoriesOfOriginal,
  type OriginalRecord,
  type StoredStory,
} from "../../store/index.ts";
import { UsageError, type ByteRange } from "../../terms/index.ts";
import { bytesOfRanges, fold } from "../../text/index.ts";
import type { WritingArchive } from "./open-writing.ts";

/** What an erasure does to one original. */
export interface OriginalErasure {
  readonly original: OriginalRecord;
  readonly redaction: Redaction;
}

/** What erasing some stories comes to. */
export interface ErasurePlan {
  readonly stories: number;
  readonly originals: readonly OriginalErasure[];
  /** Stories of other works in the same files: they stay. */
  readonly others: number;
  /** sha256 of files and story texts that must not come back; keyed before they are written anywhere. */
  readonly digests: readonly string[];
}

/** A text shorter than this is kept out only with its file: a stub may be anybody's. */
const TELLING_WORDS = 30;

/**
 * Plans how stories are taken out of the originals: a file goes whole when nothing else is in it; else the bytes from
 * a story's header to its footer become spaces, so that the offsets of the others stay true.
 *
 * @throws UsageError when a story lies inside a container that holds other stories.
 */
export async function planErasure(
  archive: WritingArchive,
  stories: readonly StoredStory[],
): Promise<ErasurePlan> {
  const originals: OriginalErasure[] = [];
  let others = 0;
  const digests = new Set<string>();
  for (const [id, erased] of Map.groupBy(stories, (story) => story.original)) {
    const original = await findOriginalById(archive.catalogue.db, id);
    if (!original) continue;
    const staying = (await listStoriesOfOriginal(archive.catalogue.db, id)).filter(
      (story) => !erased.some((gone) => gone.id === story.id),
    );
    others += staying.length;
    digests.add(original.sha256);
    for (const story of erased)
      if (story.bodyDigest !== "" && story.words >= TELLING_WORDS) digests.add(story.bodyDigest);
    const redaction: Redaction =
      staying.length === 0
        ? { path: original.path, remove: true }
        : await blankStories(archive, original, erased);
    originals.push({ original, redaction });
  }
  return { stories: stories.length, originals, others, digests: [...digests] };
}

async function blankStories(
  archive: WritingArchive,
  original: OriginalRecord,
  erased: readonly StoredStory[],
): Promise<Redaction> {
  const blank: ByteRange[] = [];
  for (const [readingId, stories] of Map.groupBy(erased, (story) => story.reading)) {
    const reading = await findReading(archive.catalogue.db, readingId);
    if (!reading || reading.steps.length > 0) {
      throw new UsageError(
        `Erase the other stories of "${original.path}" as well, or none: they lie in one container, which cannot be cut`,
      );
    }
    const bytes = await readFile(archive.originals.fileOf(original.object, original.contentPath));
    const { layer } = makeTextLayer(bytes, reading.charset);
    blank.push(
      ...bytesOfRanges(
        layer.text,
        layer.map,
        stories.map((story) => story.extent),
      ),
    );
  }
  const rename = (await pathTells(archive, original.path, erased))
    ? { rename: `redacted/${original.id}` }
    : {};
  return { path: original.path, blank, ...rename };
}

/** Whether a path names what is to be forgotten: a title or an author of the erased stories. */
async function pathTells(
  archive: WritingArchive,
  path: string,
  erased: readonly StoredStory[],
): Promise<boolean> {
  const letters = (words: string): string => fold(words).replace(/[^\p{L}\p{N}]+/gu, "");
  const claims = await listClaimsOfStories(
    archive.catalogue.db,
    erased.map((story) => story.id),
  );
  const names = [...claims.values()]
    .flat()
    .flatMap((claim) =>
      claim.field === "title" || claim.field === "author" ? letters(claim.asWritten) : [],
    );
  return names.some((name) => name.length >= 4 && letters(path).includes(name));
}
