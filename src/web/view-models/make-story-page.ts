import type { FieldRow, PartRow, StatedValue, StoryView, WitnessRow } from "../../app/site-use-cases.ts";
import type { Frame } from "../../pages/frame.ts";
import type { PartProps } from "../../pages/parts/PartList.tsx";
import type { FactProps, StoryPageProps, WitnessProps } from "../../pages/StoryPage.tsx";
import { makeNotes } from "./make-notes.ts";
import { makeStanding } from "./make-standing.ts";
import { makeStated } from "./make-stated.ts";
import { sayLength } from "./make-work-row.ts";
import { nameChapter } from "./name-chapter.ts";
import { joinNames } from "./say-by.ts";
import { sayDate } from "./say-date.ts";
import { sayMinutes } from "./say-minutes.ts";

/** The page of one work: what was stated, and *not stated* where nothing was. */
export function makeStoryPage(frame: Frame, story: StoryView): StoryPageProps {
  const { say, links } = frame;
  const first = story.partRows.find((row) => row.kind === "present");
  return {
    frame,
    title: story.title ?? say("row.untitled"),
    isTitled: story.title !== null,
    language: story.language,
    by: story.creatorClaims.map((claim) => makeStated(say, claim)),
    facts: sayLength(frame, story),
    notes: makeNotes(story.notes),
    summary: story.summary,
    main: makeMainFacts(frame, story),
    further: story.fields
      .filter((row) => row.field !== "archive-permission")
      .map((row) => makeFact(frame, nameField(frame, row), row.values)),
    parts: makeParts(frame, story),
    readHref: first === undefined ? null : links.chapter(story.id, first.place),
    witnesses: story.witnesses.map((row) => makeWitness(frame, story, row)),
    standing: makeStanding(say, story.standing),
    withdrawHref: frame.isKeeper ? links.withdrawWork(story.id) : null,
  };
}

function makeMainFacts(frame: Frame, story: StoryView): readonly FactProps[] {
  const { say, language } = frame;
  const posted = story.posted;
  const asked = story.fields.find((row) => row.field === "archive-permission")?.values ?? [];
  return [
    makeFact(frame, say("field.pairing"), story.pairingClaims),
    makeFact(frame, say("field.fandom"), story.fandomClaims),
    makeFact(frame, say("field.rating"), story.rating === null ? [] : [story.rating]),
    makeFact(
      frame,
      say("field.date"),
      posted === null
        ? []
        : [{ asWritten: posted.asWritten, value: sayDate(posted, language), sureness: "read" }],
    ),
    makeFact(
      frame,
      say("field.archive-permission"),
      asked.map(({ asWritten, sureness }) => ({
        asWritten,
        value: say(`permission.${story.permission}`),
        sureness,
      })),
    ),
  ];
}

function makeFact({ say }: Frame, label: string, values: readonly StatedValue[]): FactProps {
  return { label, values: values.map((value) => makeStated(say, value)) };
}

/** The label as typed says more than ours when the field is one we do not know. */
function nameField({ say }: Frame, row: FieldRow): string {
  return row.field === "unknown" && row.label !== null ? row.label : say(`field.${row.field}`);
}

/** Parts in order; a run of missing ones is one line. */
function makeParts(frame: Frame, story: StoryView): readonly PartProps[] {
  const parts: PartProps[] = [];
  let missing: string[] = [];
  const closeRun = () => {
    if (missing.length > 0) parts.push(makeGap(frame, missing));
    missing = [];
  };
  for (const row of story.partRows) {
    if (row.kind === "missing") {
      missing.push(row.part);
      continue;
    }
    closeRun();
    parts.push(makePart(frame, story, row));
  }
  closeRun();
  return parts;
}

function makeGap(frame: Frame, missing: readonly string[]): PartProps {
  const parts = joinNames(frame, missing);
  return { label: frame.say("story.parts-missing", { count: missing.length, parts }), href: null, facts: [] };
}

function makePart(frame: Frame, story: StoryView, row: PartRow & { readonly kind: "present" }): PartProps {
  const { say, links } = frame;
  return {
    label: nameChapter(say, row),
    href: links.chapter(story.id, row.place),
    facts: [sayMinutes(say, row.words), ...row.notes.warnings.map((warning) => warning.asWritten)],
  };
}

function makeWitness(frame: Frame, story: StoryView, row: WitnessRow): WitnessProps {
  const { say, links } = frame;
  const part = story.partRows.find((other) => other.kind === "present" && other.place === row.place);
  const isOfMany = story.partRows.length > 1;
  const named = isOfMany && part?.kind === "present" ? part.part : null;
  return {
    label:
      named === null
        ? say(`story.witness.${row.role}`)
        : say(`story.witness.${row.role}-part`, { part: named }),
    path: row.path,
    // The keeper's own name for a rescue is nobody else's to read.
    from: frame.isKeeper ? say("story.witness-from", { name: row.rescueName }) : null,
    href: links.asPosted(row.storyId),
  };
}
