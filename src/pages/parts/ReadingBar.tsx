import type { Frame } from "../frame.ts";
import { Logo } from "./Logo.tsx";
import { Settings } from "./Settings.tsx";

/** A chapter, or a part nobody found, in the contents. */
export interface ContentsRow {
  readonly label: string;
  /** `null` for a missing part. */
  readonly href: string | null;
  readonly isHere: boolean;
}

interface ReadingBarProps {
  readonly frame: Frame;
  readonly title: string;
  readonly progress: string;
  readonly storyHref: string;
  readonly contents: readonly ContentsRow[];
}

/** The quiet bar of the reading page, with the lamp-coloured line of how far one has come. */
export const ReadingBar = (props: ReadingBarProps) => {
  const { say, links } = props.frame;
  return (
    <header class="top top-reading">
      <div class="place-line" aria-hidden="true" />
      <a class="brand" href={links.home()} aria-label={say("nav.home")}>
        <Logo size="mark" />
      </a>
      <a class="where" href={props.storyHref}>
        <span class="where-title">{props.title}</span>
        {props.progress === "" ? null : <span> · {props.progress}</span>}
      </a>
      <details class="menu">
        <summary>{say("chapter.contents")}</summary>
        <nav class="menu-panel" aria-label={say("chapter.contents")}>
          <ol class="contents">
            {props.contents.map((row) => (
              <li>
                {row.href === null ? (
                  <span class="muted">{row.label}</span>
                ) : (
                  <a href={row.href} aria-current={row.isHere ? "page" : undefined}>
                    {row.label}
                  </a>
                )}
              </li>
            ))}
          </ol>
          <a href={props.storyHref}>{say("chapter.about-story")}</a>
        </nav>
      </details>
      <Settings frame={props.frame} />
    </header>
  );
};
