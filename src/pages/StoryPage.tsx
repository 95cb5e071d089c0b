import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { NotesBox, type NotesProps } from "./parts/NotesBox.tsx";
import { PartList, type PartProps } from "./parts/PartList.tsx";
import { StandingNote } from "./parts/StandingNote.tsx";
import { Stated, type StatedProps } from "./parts/Stated.tsx";
import { TopBar } from "./parts/TopBar.tsx";

/** One line of the facts: a name, and what was stated. */
export interface FactProps {
  readonly label: string;
  readonly values: readonly StatedProps[];
}

/** A text of this work as it came in. */
export interface WitnessProps {
  readonly label: string;
  readonly path: string;
  /** Keeper only: which rescue it came with. */
  readonly from: string | null;
  readonly href: string;
}

export interface StoryPageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly isTitled: boolean;
  readonly language: string | null;
  readonly by: readonly StatedProps[];
  /** `14,206 words`, `58 minutes`, `4 of 5 parts`. */
  readonly facts: readonly string[];
  readonly notes: NotesProps;
  readonly summary: string | null;
  /** Pairing, fandom, rating, date, permission: always there, *not stated* when so. */
  readonly main: readonly FactProps[];
  /** Dedication, notes and the like: only what was stated. */
  readonly further: readonly FactProps[];
  readonly parts: readonly PartProps[];
  readonly readHref: string | null;
  readonly witnesses: readonly WitnessProps[];
  readonly standing: string | null;
  /** Keeper only. */
  readonly withdrawHref: string | null;
}

const Facts = ({
  frame,
  rows,
  language,
}: {
  frame: Frame;
  rows: readonly FactProps[];
  language: string | null;
}) => (
  <dl class="facts-list">
    {rows.map((row) => (
      <div>
        <dt>{row.label}</dt>
        <dd>
          <Stated say={frame.say} values={row.values} language={language} />
        </dd>
      </div>
    ))}
  </dl>
);

const Witnesses = ({ frame, rows }: { frame: Frame; rows: readonly WitnessProps[] }) => (
  <section>
    <h2>{frame.say("story.as-posted")}</h2>
    <p class="muted small-print">{frame.say("story.as-posted-text")}</p>
    <ul class="witnesses">
      {rows.map((row) => (
        <li>
          <a href={row.href}>{row.label}</a> <code>{row.path}</code>{" "}
          {row.from === null ? null : <span class="muted">{row.from}</span>}
        </li>
      ))}
    </ul>
  </section>
);

/** The page of one work: all that was stated about it, before its first word. */
export const StoryPage = (props: StoryPageProps) => {
  const { frame, language } = props;
  const { say, links } = frame;
  return (
    <Layout
      frame={frame}
      title={props.title}
      sheets={["story", "browse"]}
      top={<TopBar frame={frame} place="browse" />}
    >
      <div class="wrap story-page">
        <StandingNote say={say} standing={props.standing} />
        <div class="story-title">
          <div>
            <h1 lang={language ?? undefined} class={props.isTitled ? undefined : "untitled"}>
              {props.title}
            </h1>
            <div class="byline">
              <span>{say("story.by")}</span> <Stated say={say} values={props.by} language={null} />
            </div>
            <p class="muted">{props.facts.join(" · ")}</p>
          </div>
          {props.readHref === null ? null : (
            <a class="button" href={props.readHref}>
              {say("story.read")}
            </a>
          )}
        </div>
        <NotesBox say={say} notes={props.notes} />
        <section>
          <h2>{say("story.summary")}</h2>
          {props.summary === null ? (
            <p class="not-stated">{say("story.not-stated")}</p>
          ) : (
            <p class="summary" lang={language ?? undefined}>
              {props.summary}
            </p>
          )}
        </section>
        <section>
          <h2>{say("story.stated")}</h2>
          <p class="muted small-print">{say("story.stated-text")}</p>
          <Facts frame={frame} rows={props.main} language={language} />
          {props.further.length === 0 ? null : (
            <Facts frame={frame} rows={props.further} language={language} />
          )}
        </section>
        <PartList frame={frame} parts={props.parts} language={language} />
        <Witnesses frame={frame} rows={props.witnesses} />
        <section class="card door">
          <h2>{say("story.door")}</h2>
          <p>
            {say("story.door-text")} <a href={`${links.about()}#hidden`}>{say("story.door-link")}</a>
          </p>
          {props.withdrawHref === null ? null : (
            <p>
              <a href={props.withdrawHref}>{say("story.withdraw")}</a>
            </p>
          )}
        </section>
      </div>
    </Layout>
  );
};
