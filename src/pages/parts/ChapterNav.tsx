import type { Frame } from "../frame.ts";

/** The chapter before or after. */
export interface ChapterStep {
  readonly label: string;
  readonly href: string;
}

interface ChapterNavProps {
  readonly frame: Frame;
  readonly storyHref: string;
  readonly asPostedHref: string;
  readonly previous: ChapterStep | null;
  readonly next: ChapterStep | null;
  readonly gaps: readonly string[];
}

/** What stands after the last paragraph: back, as posted, on; and the call for a part nobody found. */
export const ChapterNav = (props: ChapterNavProps) => {
  const { say, links } = props.frame;
  return (
    <nav class="chapter-nav" aria-label={say("chapter.nav")}>
      {props.gaps.map((gap) => (
        <p class="gap">
          {gap} <a href={`${links.about()}#missing`}>{say("story.have-it")}</a>
        </p>
      ))}
      <div class="steps">
        {props.previous === null ? (
          <a class="step" href={props.storyHref}>
            <span aria-hidden="true">↑ </span>
            {say("chapter.about-story")}
          </a>
        ) : (
          <a class="step" rel="prev" href={props.previous.href}>
            <span aria-hidden="true">← </span>
            {props.previous.label}
          </a>
        )}
        <a class="step quiet" href={props.asPostedHref} data-key="o">
          {say("chapter.as-posted")}
        </a>
        {props.next === null ? (
          <a class="step" href={links.browse()}>
            {say("home.browse-all")}
          </a>
        ) : (
          <a class="step on" rel="next" href={props.next.href}>
            {props.next.label}
            <span aria-hidden="true"> →</span>
          </a>
        )}
      </div>
    </nav>
  );
};
