import { findWorkMark, listStoriesOfWorks } from "../../store/index.ts";
import { NotFoundError } from "../../terms/index.ts";
import type { AppContext } from "../context.ts";
import { catchUp } from "./catch-up.ts";
import { withArchive } from "./change-rescues.ts";
import type { WritingArchive } from "./open-writing.ts";
import { planErasure, type ErasurePlan } from "./plan-erasure.ts";
import { startMeter } from "./progress-meter.ts";
import { replaceObjects } from "./replace-objects.ts";

export interface ErasurePreview {
  /** Texts of the work, copies and versions counted. */
  readonly stories: number;
  /** Files that hold them. */
  readonly originals: number;
  /** Stories of other works in the same files. */
  readonly others: number;
}

export interface ErasureReport extends ErasurePreview {
  readonly erased: string;
}

/** Counts what erasing a work would destroy. @throws NotFoundError when there is no such work. */
export async function previewErasure(
  dir: string,
  work: string,
  context: AppContext,
): Promise<ErasurePreview> {
  return await withArchive(dir, context, "fanlight erase", async (archive) =>
    previewOf(await planWork(archive, work)),
  );
}

/**
 * Destroys a work's bytes and words for good: in the originals, the catalogue, the index and the texts.
 *
 * Redacted successors stand in for the objects of originals that held it; the journal keeps the work's id and keyed
 * digests, which tell nothing and keep the same file out. Killed at any moment, the next run ends what the journal
 * began, or undoes what it did not.
 *
 * @throws NotFoundError when there is no such work; UsageError when it lies in a container with other stories.
 */
export async function eraseWork(dir: string, work: string, context: AppContext): Promise<ErasureReport> {
  return await withArchive(dir, context, "fanlight erase", async (archive) => {
    await catchUp(
      archive,
      startMeter(() => undefined),
    );
    const plan = await planWork(archive, work);
    await replaceObjects(archive, plan, work);
    await catchUp(
      archive,
      startMeter(() => undefined),
    );
    return { ...previewOf(plan), erased: work };
  });
}

async function planWork(archive: WritingArchive, work: string): Promise<ErasurePlan> {
  const stories = await listStoriesOfWorks(archive.catalogue.db, [work]);
  if (stories.length === 0) {
    const mark = await findWorkMark(archive.catalogue.db, work);
    throw new NotFoundError(
      mark?.erased
        ? `Work "${work}" is erased already: nothing is left of it`
        : `Name a work that is there: "${work}" is not`,
    );
  }
  return await planErasure(archive, stories);
}

function previewOf(plan: ErasurePlan): ErasurePreview {
  return { stories: plan.stories, originals: plan.originals.length, others: plan.others };
}
