import type { WorkCard } from "../../app/site-use-cases.ts";
import type { Frame } from "../../pages/frame.ts";
import type { WorkRowProps } from "../../pages/parts/WorkRow.tsx";
import { joinNames } from "./say-by.ts";
import { sayDate } from "./say-date.ts";
import { sayMinutes } from "./say-minutes.ts";

/** A work as a row of a list. */
export function makeWorkRow(frame: Frame, work: WorkCard): WorkRowProps {
  const { say, links } = frame;
  return {
    href: links.story(work.id),
    title: work.title ?? say("row.untitled"),
    isTitled: work.title !== null,
    by: work.creators.length === 0 ? null : joinNames(frame, work.creators),
    pairings: work.pairings,
    fandoms: work.fandoms,
    rating: work.rating?.asWritten ?? null,
    // "None" is no warning; the story's own page has the words.
    warnings: work.notes.stance === "declared" ? work.notes.warnings.map((warning) => warning.asWritten) : [],
    notesRemark: work.notes.stance === "declared" ? null : say(`notes.short.${work.notes.stance}`),
    summary: work.summary,
    facts: [...sayLength(frame, work), sayPosted(frame, work)],
    language: work.language,
    standing: work.standing === "open" ? null : say(`standing.short.${work.standing}`),
  };
}

/** Words, time to read, and parts where there are several: `14,206 words`, `58 min`, `4 of 5 parts`. */
export function sayLength({ say }: Frame, work: WorkCard): readonly string[] {
  const total = work.partsTotal ?? work.parts + work.missingParts.length;
  const parts =
    total > work.parts
      ? [say("row.parts-of", { parts: work.parts, total })]
      : [say("row.parts", { count: work.parts })];
  return [
    say("row.words", { count: work.words }),
    sayMinutes(say, work.words),
    ...(work.parts > 1 || total > work.parts ? parts : []),
  ];
}

function sayPosted({ say, language }: Frame, work: WorkCard): string {
  return work.posted === null
    ? say("row.no-date")
    : say("row.posted", { date: sayDate(work.posted, language) });
}
