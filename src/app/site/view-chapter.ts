import { findReading, listClaimsOfStories, type StoredReading, type StoredStory } from "../../store/index.ts";
import type { Claim } from "../../terms/index.ts";
import { blocksToHtml } from "../../text/index.ts";
import { blocksOf } from "../../understand/index.ts";
import { readPartNumber } from "../../reconcile/index.ts";
import { maskReading, readText } from "../read-text.ts";
import type { ChapterLink, ChapterView, Viewer } from "../site-use-cases.ts";
import { findSeenWork } from "./find-seen-work.ts";
import { nothingHere, type SiteContext } from "./site-context.ts";
import { noteContent, standingOf } from "./work-card.ts";

/** One chapter to read, as safe HTML, with its content notes before it. */
export async function viewChapter(
  site: SiteContext,
  viewer: Viewer,
  id: string,
  place: number,
): Promise<ChapterView> {
  const { work, shown } = await findSeenWork(site, viewer, id);
  const at = shown.findIndex((story) => story.place === place);
  const story = shown[at];
  if (!story?.body) throw nothingHere();
  const { db } = site.catalogue();
  const reading = await findReading(db, story.reading);
  if (!reading) throw nothingHere();
  // Laid out from the words as they are, shown with the masked ones: dots must not pass for a scene break.
  const raw = await readText({ ...site, catalogue: site.catalogue() }, reading);
  const text = maskReading(raw, reading);
  const claims = await listClaimsOfStories(
    db,
    shown.map((part) => part.id),
  );
  const said: readonly Claim[] = [...claims.values()].flat();
  return {
    workId: work.id,
    storyId: story.id,
    title: work.title,
    creators: work.creators,
    place,
    places: shown.length,
    part: story.part,
    partsTotal: work.partsTotal,
    heading: null,
    words: story.words,
    language: story.language,
    notes: noteContent(work.stance, said),
    authorNotes: listAuthorNotes(text, reading, story),
    html: blocksToHtml(text, blocksOf(raw, story.body)),
    previous: linkTo(shown[at - 1]),
    next: linkTo(shown[at + 1]),
    missingBeforeNext: missingBetween(story, shown[at + 1], work.missingParts),
    contents: shown.flatMap((part) => linkTo(part) ?? []),
    standing: standingOf(work),
  };
}

function linkTo(story: StoredStory | undefined): ChapterLink | null {
  return story ? { place: story.place ?? 1, part: story.part, heading: null } : null;
}

function missingBetween(
  story: StoredStory,
  next: StoredStory | undefined,
  missing: readonly number[],
): readonly string[] {
  const from = readPartNumber(story.part ?? "")?.whole ?? 0;
  const to = next ? (readPartNumber(next.part ?? "")?.whole ?? 0) : Number.POSITIVE_INFINITY;
  return missing.filter((part) => part > from && part < to).map(String);
}

/** What the author set before the story: paragraphs, white space joined; the text is masked already. */
function listAuthorNotes(text: string, reading: StoredReading, story: StoredStory): readonly string[] {
  const before = reading.pieces.filter(
    (piece) =>
      piece.kind === "notes" && piece.story === story.ordinal && piece.range.end <= (story.body?.start ?? 0),
  );
  return before
    .flatMap((piece) => text.slice(piece.range.start, piece.range.end).split(/\n[^\S\n]*\n|\r\n[^\S\n]*\r\n/))
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}
