import type { Child } from "hono/jsx";
import type { Say } from "../frame.ts";

/** A work as a row of a list, ready to show. */
export interface WorkRowProps {
  readonly href: string;
  readonly title: string;
  /** `null` when no title was stated and `title` only stands in. */
  readonly isTitled: boolean;
  /** `null` when not stated. */
  readonly by: string | null;
  readonly pairings: readonly string[];
  readonly fandoms: readonly string[];
  readonly rating: string | null;
  /** Warnings as written; with none, `notesRemark` says why. */
  readonly warnings: readonly string[];
  readonly notesRemark: string | null;
  readonly summary: string | null;
  /** `14,206 words`, `58 min`, `4 of 5 parts`, `posted March 2001`. */
  readonly facts: readonly string[];
  readonly language: string | null;
  readonly standing: string | null;
}

/** One row: title, people, chips, summary, facts. `children` stand in for the summary, as a snippet does. */
export const WorkRow = (props: {
  readonly say: Say;
  readonly row: WorkRowProps;
  /** Of the heading: 2 right under the page's own, else 3. */
  readonly level?: 2 | 3;
  readonly children?: Child;
}) => {
  const { say, row } = props;
  const Heading = props.level === 2 ? "h2" : "h3";
  return (
    <article class="row">
      <Heading>
        <a href={row.href} lang={row.language ?? undefined} class={row.isTitled ? undefined : "untitled"}>
          {row.title}
        </a>{" "}
        <span class="by">
          {row.by === null ? (
            <span class="not-stated">{say("row.no-creator")}</span>
          ) : (
            say("row.by", { name: row.by })
          )}
        </span>
      </Heading>
      <ul class="chips" aria-label={say("row.tags")}>
        {row.standing === null ? null : <li class="chip held">{row.standing}</li>}
        {row.pairings.map((pairing) => (
          <li class="chip pairing">{pairing}</li>
        ))}
        {row.fandoms.map((fandom) => (
          <li class="chip">{fandom}</li>
        ))}
        {row.rating === null ? null : <li class="chip">{row.rating}</li>}
        {row.warnings.map((warning) => (
          <li class="chip note">
            <span class="unseen">{say("notes.title")} </span>
            {warning}
          </li>
        ))}
        {row.notesRemark === null ? null : <li class="chip plain">{row.notesRemark}</li>}
      </ul>
      {props.children ??
        (row.summary === null ? null : (
          <p class="summary" lang={row.language ?? undefined}>
            {row.summary}
          </p>
        ))}
      <p class="facts">{row.facts.join(" · ")}</p>
    </article>
  );
};
