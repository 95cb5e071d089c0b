import type { Frame } from "../frame.ts";

/** One lane: how many of how many went through it. */
export interface LaneProps {
  readonly id: string;
  readonly label: string;
  readonly done: number;
  /** `null` until it is known. */
  readonly total: number | null;
  /** `3,980 of 4,251`. */
  readonly counted: string;
}

/** An import as it stands, ready to show; the script asks for the same again and again. */
export interface ImportProps {
  readonly jobId: string;
  readonly name: string;
  readonly state: "running" | "done" | "stopped" | "failed";
  /** `running, 82 files a second, about 3 minutes left`. */
  readonly sentence: string;
  readonly lastFile: string;
  readonly found: readonly string[];
  readonly failure: string | null;
  readonly lanes: readonly LaneProps[];
  readonly href: string;
  /** The checklist, once there is a rescue. */
  readonly rescueHref: string | null;
}

/** Four lanes, what was found, the last file. Everything the script renews has `data-live`. */
export const ImportLanes = ({
  frame,
  progress,
}: {
  readonly frame: Frame;
  readonly progress: ImportProps;
}) => (
  <div class="lanes">
    <p data-live="sentence">
      <strong>{progress.sentence}</strong>
    </p>
    {progress.failure === null ? null : <p class="standing">{progress.failure}</p>}
    <dl>
      {progress.lanes.map((lane) => (
        <div class="lane">
          <dt id={`lane-${lane.id}`}>{lane.label}</dt>
          <dd>
            <progress
              aria-labelledby={`lane-${lane.id}`}
              max={lane.total === null ? undefined : Math.max(lane.total, 1)}
              value={lane.total === null ? undefined : lane.done}
              data-live={`lane-${lane.id}`}
            />
            <span data-live={`counted-${lane.id}`}>{lane.counted}</span>
          </dd>
        </div>
      ))}
    </dl>
    <p class="muted small-print">
      {frame.say("import.last")} <code data-live="last">{progress.lastFile}</code>
    </p>
    <ul data-live="found">
      {progress.found.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </div>
);
