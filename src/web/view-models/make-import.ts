import { IMPORT_LANES, type ImportProgress } from "../../app/site-use-cases.ts";
import type { Frame } from "../../pages/frame.ts";
import type { ImportProps } from "../../pages/parts/ImportLanes.tsx";

/** An import as it stands. */
export function makeImport(frame: Frame, progress: ImportProgress): ImportProps {
  const { say, links } = frame;
  return {
    jobId: progress.jobId,
    name: progress.name,
    state: progress.state,
    sentence: saySentence(frame, progress),
    lastFile: progress.lastFile ?? "",
    found: sayFound(frame, progress),
    failure: progress.failure,
    lanes: IMPORT_LANES.map((id) => {
      const { done, total } = progress.lanes[id];
      const counted =
        total === null ? say("import.counted-open", { done }) : say("import.counted", { done, total });
      return { id, label: say(`import.lane.${id}`), done, total, counted };
    }),
    href: links.importPage(progress.jobId),
    rescueHref:
      progress.rescueId === null || progress.state === "running" ? null : links.rescue(progress.rescueId),
  };
}

function saySentence({ say }: Frame, progress: ImportProgress): string {
  if (progress.state !== "running") return say(`import.${progress.state}`);
  const left = progress.secondsLeft;
  return [
    say("import.running"),
    ...(progress.perSecond > 0 ? [say("import.rate", { perSecond: Math.round(progress.perSecond) })] : []),
    ...(left === null ? [] : [sayLeft(say, left)]),
  ].join(", ");
}

function sayLeft(say: Frame["say"], seconds: number): string {
  return seconds < 90
    ? say("import.seconds-left", { count: Math.max(1, Math.round(seconds)) })
    : say("import.minutes-left", { count: Math.round(seconds / 60) });
}

function sayFound({ say }: Frame, progress: ImportProgress): readonly string[] {
  return [
    say("import.ready", { count: progress.storiesReady }),
    ...(progress.questions > 0 ? [say("import.questions", { count: progress.questions })] : []),
    ...(progress.damaged > 0 ? [say("import.damaged", { count: progress.damaged })] : []),
  ];
}
