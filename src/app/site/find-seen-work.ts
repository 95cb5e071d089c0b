import { meetWork } from "../../catalogue/index.ts";
import {
  findWork,
  findWorkMark,
  listAccessions,
  listStoriesOfWorks,
  type StoredStory,
  type StoredWork,
} from "../../store/index.ts";
import type { Viewer } from "../site-use-cases.ts";
import { noLongerHere, nothingHere, type SiteContext } from "./site-context.ts";

/** A work this viewer may see, with those of its witnesses this viewer may see. */
export interface SeenWork {
  readonly work: StoredWork;
  /** In reading order; copies and versions beside what they stand for. */
  readonly witnesses: readonly StoredStory[];
  /** The parts to read. */
  readonly shown: readonly StoredStory[];
}

/**
 * Finds a work for a viewer: every page about a work comes through here.
 *
 * @throws NotFoundError, the same for what is not there and what is not for this viewer; GoneError.
 */
export async function findSeenWork(site: SiteContext, viewer: Viewer, id: string): Promise<SeenWork> {
  const { db } = site.catalogue();
  const work = await findWork(db, id);
  if (!work) {
    const mark = await findWorkMark(db, id);
    throw mark?.erased || mark?.withdrawn ? noLongerHere() : nothingHere();
  }
  const met = work.erased ? "gone" : meetWork(viewer, work);
  if (met === "gone") throw noLongerHere();
  if (met === "absent") throw nothingHere();
  const opened = new Set(
    (await listAccessions(db)).filter((accession) => accession.opened).map(({ id }) => id),
  );
  const all = await listStoriesOfWorks(db, [id]);
  const witnesses = all.filter((story) => viewer.kind === "keeper" || opened.has(story.accession));
  return { work, witnesses, shown: pickShown(witnesses) };
}

/** A place whose shown witness lies in a closed rescue is read from a copy in an open one. */
function pickShown(witnesses: readonly StoredStory[]): readonly StoredStory[] {
  const places = new Map<number, StoredStory>();
  for (const story of witnesses) {
    const place = story.place ?? 1;
    const before = places.get(place);
    if (!before || (before.role !== "shown" && story.role === "shown")) places.set(place, story);
  }
  return [...places.values()].toSorted((a, b) => (a.place ?? 1) - (b.place ?? 1));
}
