import type { ChapterLink, ChapterView } from "../../app/site-use-cases.ts";
import type { ChapterPageProps } from "../../pages/ChapterPage.tsx";
import type { Frame } from "../../pages/frame.ts";
import type { ChapterStep } from "../../pages/parts/ChapterNav.tsx";
import { directionOf } from "./direction-of.ts";
import { makeNotes } from "./make-notes.ts";
import { makeStanding } from "./make-standing.ts";
import { nameChapter } from "./name-chapter.ts";
import { joinNames, sayBy } from "./say-by.ts";
import { countMinutes } from "./say-minutes.ts";

/** One chapter to read. */
export function makeChapterPage(frame: Frame, chapter: ChapterView): ChapterPageProps {
  const { say, links } = frame;
  return {
    frame,
    title: chapter.title ?? say("row.untitled"),
    by: sayBy(frame, chapter.creators),
    storyHref: links.story(chapter.workId),
    asPostedHref: links.asPosted(chapter.storyId),
    progress: sayProgress(frame, chapter),
    facts: [...sayChapter(frame, chapter), say("chapter.minutes", { count: countMinutes(chapter.words) })],
    language: chapter.language,
    direction: directionOf(chapter.language),
    notes: makeNotes(chapter.notes),
    authorNotes: chapter.authorNotes,
    html: chapter.html,
    contents:
      chapter.contents.length <= 1
        ? [{ label: say("chapter.whole"), href: links.chapter(chapter.workId, chapter.place), isHere: true }]
        : chapter.contents.map((row) => ({
            label: nameChapter(say, row),
            href: links.chapter(chapter.workId, row.place),
            isHere: row.place === chapter.place,
          })),
    previous: makeStep(frame, chapter.workId, chapter.previous),
    next: makeStep(frame, chapter.workId, chapter.next),
    gaps: sayGap(frame, chapter.missingBeforeNext),
    standing: makeStanding(say, chapter.standing),
  };
}

/** Parts are counted as their author counted them, where that is known. */
function sayProgress({ say }: Frame, chapter: ChapterView): string {
  const total = chapter.partsTotal ?? chapter.places;
  if (total <= 1) return "";
  return say("chapter.progress", { place: chapter.part ?? String(chapter.place), places: String(total) });
}

function sayChapter({ say }: Frame, chapter: ChapterView): readonly string[] {
  const place = chapter.part ?? String(chapter.place);
  if (chapter.heading !== null) return [say("chapter.named", { place, name: chapter.heading })];
  return (chapter.partsTotal ?? chapter.places) > 1 ? [say("story.part", { part: place })] : [];
}

function makeStep({ say, links }: Frame, workId: string, link: ChapterLink | null): ChapterStep | null {
  return link === null ? null : { label: nameChapter(say, link), href: links.chapter(workId, link.place) };
}

function sayGap(frame: Frame, parts: readonly string[]): readonly string[] {
  return parts.length === 0
    ? []
    : [frame.say("chapter.gap", { count: parts.length, parts: joinNames(frame, parts) })];
}
