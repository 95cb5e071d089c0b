import type { AsPostedView, MarkedSpan } from "../../app/site-use-cases.ts";
import type { AsPostedPageProps } from "../../pages/AsPostedPage.tsx";
import type { Frame, Say } from "../../pages/frame.ts";
import { directionOf } from "./direction-of.ts";
import { makeNotes } from "./make-notes.ts";
import { makeStanding } from "./make-standing.ts";
import { markText } from "./mark-text.ts";
import { sayBy } from "./say-by.ts";

const DIGEST_SHOWN = 12;

/** The original as it was posted. */
export function makeAsPostedPage(frame: Frame, posted: AsPostedView): AsPostedPageProps {
  const { say, links } = frame;
  return {
    frame,
    title: posted.title ?? say("row.untitled"),
    by: sayBy(frame, posted.creators),
    storyHref: links.story(posted.workId),
    readHref: links.chapter(posted.workId, posted.place),
    path: posted.path,
    facts: [
      say("posted.size", { count: posted.sizeBytes }),
      say("posted.charset", { charset: posted.charset }),
      say("posted.digest", { digest: `${posted.digest.slice(0, DIGEST_SHOWN)}…` }),
    ],
    remarks: [
      ...(posted.masked > 0 ? [say("posted.masked", { count: posted.masked })] : []),
      ...posted.repairs.map((repair) => say("posted.repair", { count: repair.count, title: repair.title })),
      ...(posted.cut ? [say("posted.cut")] : []),
    ],
    notes: makeNotes(posted.notes),
    legend: makeLegend(say, posted.spans),
    stretches: markText(posted.text, posted.spans, (field) => say(`field.${field}`)),
    language: posted.language,
    direction: directionOf(posted.language),
    standing: makeStanding(say, posted.standing),
  };
}

/** What is marked, in order of first appearance; the story itself is not. */
function makeLegend(say: Say, spans: readonly MarkedSpan[]): AsPostedPageProps["legend"] {
  const counts = new Map<MarkedSpan["field"], number>();
  for (const span of spans) {
    if (span.field !== "story") counts.set(span.field, (counts.get(span.field) ?? 0) + 1);
  }
  return [...counts].map(([field, count]) => ({ field, label: say(`field.${field}`), count }));
}
