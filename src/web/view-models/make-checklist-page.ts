import type { Checklist } from "../../app/site-use-cases.ts";
import type { ChecklistLine, ChecklistPageProps } from "../../pages/ChecklistPage.tsx";
import type { Frame } from "../../pages/frame.ts";

/** The counts to look at before a rescue is opened. Lines that count nothing are left out, but for the first two. */
export function makeChecklistPage(frame: Frame, checklist: Checklist): ChecklistPageProps {
  const { say, links } = frame;
  const always = [
    line(say("checklist.works"), checklist.works),
    line(say("checklist.will-open"), checklist.willOpen),
  ];
  const others = [
    ...checklist.held.map(({ hold, works }) => line(say(`checklist.held-${hold}`), works)),
    line(say("checklist.withdrawn"), checklist.withdrawn),
    line(say("checklist.private"), checklist.withPrivateDetails, say("checklist.private-meaning")),
    line(say("checklist.permission-given"), checklist.permission.given),
    line(
      say("checklist.permission-not-stated"),
      checklist.permission["not-stated"],
      say("checklist.permission-not-stated-meaning"),
    ),
    line(say("checklist.no-creator"), checklist.withoutCreator),
    line(say("checklist.no-notes"), checklist.withoutNotes, say("checklist.no-notes-meaning")),
    line(say("checklist.questions-line"), checklist.questions),
    line(say("checklist.damaged"), checklist.damaged),
  ];
  return {
    frame,
    rescueId: checklist.rescueId,
    name: checklist.rescueName,
    isOpen: checklist.isOpen,
    willOpen: checklist.willOpen,
    lines: [...always, ...others.filter((row) => row.count > 0)],
    stamp: checklist.stamp,
    questionsHref: checklist.questions + checklist.damaged > 0 ? links.questions() : null,
  };
}

function line(label: string, count: number, meaning: string | null = null): ChecklistLine {
  return { label, count, meaning };
}
