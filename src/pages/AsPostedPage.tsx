import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { MarkedText, type MarkedStretch } from "./parts/MarkedText.tsx";
import { NotesBox, type NotesProps } from "./parts/NotesBox.tsx";
import { StandingNote } from "./parts/StandingNote.tsx";
import { TopBar } from "./parts/TopBar.tsx";

export interface AsPostedPageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly by: string;
  readonly storyHref: string;
  readonly readHref: string;
  readonly path: string;
  /** Size, character set, digest. */
  readonly facts: readonly string[];
  /** What was mended or masked in showing it, as sentences. */
  readonly remarks: readonly string[];
  readonly notes: NotesProps;
  readonly legend: readonly { readonly field: string; readonly label: string; readonly count: number }[];
  readonly stretches: readonly MarkedStretch[];
  readonly language: string | null;
  readonly direction: "ltr" | "rtl";
  readonly standing: string | null;
}

/** The original as it was posted. */
export const AsPostedPage = (props: AsPostedPageProps) => {
  const { frame } = props;
  const { say } = frame;
  return (
    <Layout
      frame={frame}
      title={say("posted.title", { title: props.title })}
      sheets={["story"]}
      scripts={["read"]}
      top={<TopBar frame={frame} place={null} />}
    >
      <div class="posted">
        <StandingNote say={say} standing={props.standing} />
        <h1>
          <span lang={props.language ?? undefined}>{props.title}</span>
        </h1>
        <p class="byline">
          {props.by} · {say("posted.name")}
        </p>
        <p>
          <a href={props.readHref} data-key="o">
            {say("posted.read")}
          </a>
          {" · "}
          <a href={props.storyHref}>{say("chapter.about-story")}</a>
        </p>
        <NotesBox say={say} notes={props.notes} />
        <p class="posted-facts">
          <code>{props.path}</code> · {props.facts.join(" · ")}
        </p>
        {props.remarks.map((remark) => (
          <p class="small-print">{remark}</p>
        ))}
        {props.legend.length === 0 ? null : (
          <ul class="legend" aria-label={say("posted.legend")}>
            {props.legend.map((entry) => (
              <li>
                <mark class={`sp-${entry.field}`}>{entry.label}</mark>
                {entry.count > 1 ? <span class="muted"> × {entry.count}</span> : null}
              </li>
            ))}
          </ul>
        )}
        <div lang={props.language ?? undefined} dir={props.direction}>
          <MarkedText stretches={props.stretches} />
        </div>
      </div>
    </Layout>
  );
};
