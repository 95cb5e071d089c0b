import type { SafeHtml } from "../text/blocks-to-html.ts";
import type { Frame } from "./frame.ts";
import { ChapterNav, type ChapterStep } from "./parts/ChapterNav.tsx";
import { Layout } from "./parts/Layout.tsx";
import { NotesBox, type NotesProps } from "./parts/NotesBox.tsx";
import { ReadingBar, type ContentsRow } from "./parts/ReadingBar.tsx";
import { StandingNote } from "./parts/StandingNote.tsx";
import { StoryBody } from "./parts/StoryBody.tsx";

export interface ChapterPageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly by: string;
  readonly storyHref: string;
  readonly asPostedHref: string;
  /** `2 of 5`; empty for a story in one piece. */
  readonly progress: string;
  /** `chapter 2, "The Fountain"` and `11 minutes`. */
  readonly facts: readonly string[];
  readonly language: string | null;
  readonly direction: "ltr" | "rtl";
  readonly notes: NotesProps;
  readonly authorNotes: readonly string[];
  readonly html: SafeHtml;
  readonly contents: readonly ContentsRow[];
  readonly previous: ChapterStep | null;
  readonly next: ChapterStep | null;
  /** Sentences about parts missing between this chapter and the next. */
  readonly gaps: readonly string[];
  /** Keeper only: why visitors cannot see it. */
  readonly standing: string | null;
}

/** The reading page: one chapter, nothing else in the way. */
export const ChapterPage = (props: ChapterPageProps) => {
  const { frame } = props;
  const { say } = frame;
  return (
    <Layout
      frame={frame}
      title={[props.title, props.progress].filter((part) => part !== "").join(" · ")}
      sheets={["story"]}
      scripts={["read"]}
      bodyClass="reading"
      top={<ReadingBar {...props} />}
    >
      <article class="story" lang={props.language ?? undefined} dir={props.direction}>
        <header class="story-head" lang={frame.language} dir="ltr">
          <StandingNote say={say} standing={props.standing} />
          <h1 lang={props.language ?? undefined}>{props.title}</h1>
          <p class="byline">{[props.by, ...props.facts].join(" · ")}</p>
          <NotesBox say={say} notes={props.notes} />
          {props.authorNotes.length === 0 ? null : (
            <details class="authors-notes">
              <summary>{say("chapter.author-notes")}</summary>
              {props.authorNotes.map((paragraph) => (
                <p lang={props.language ?? undefined}>{paragraph}</p>
              ))}
            </details>
          )}
        </header>
        <StoryBody html={props.html} />
      </article>
      <ChapterNav {...props} />
    </Layout>
  );
};
