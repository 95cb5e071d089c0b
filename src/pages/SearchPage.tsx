import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { Pager, type PagerProps } from "./parts/Pager.tsx";
import { SearchBox } from "./parts/SearchBox.tsx";
import { Snippet, type SnippetWords } from "./parts/Snippet.tsx";
import { TopBar } from "./parts/TopBar.tsx";
import { WorkRow, type WorkRowProps } from "./parts/WorkRow.tsx";

/** A found work; with the words around the hit where they may be shown. */
export interface FoundRow {
  readonly row: WorkRowProps;
  readonly snippet: readonly SnippetWords[];
  /** Where the snippet stands. */
  readonly snippetHref: string;
}

export interface SearchPageProps {
  readonly frame: Frame;
  readonly text: string;
  /** `12 stories name it; 31 have it in their text`; empty before a search. */
  readonly counted: string;
  readonly remarks: readonly string[];
  readonly records: readonly FoundRow[];
  readonly stories: readonly FoundRow[];
  readonly pager: PagerProps;
}

interface GroupProps {
  readonly frame: Frame;
  readonly id: string;
  readonly rows: readonly FoundRow[];
}

const Group = ({ frame, id, rows }: GroupProps) =>
  rows.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{frame.say(`search.${id}`)}</h2>
      <div class="rows">
        {rows.map((found) => (
          <WorkRow say={frame.say} row={found.row}>
            {found.snippet.length === 0 ? null : (
              <Snippet words={found.snippet} href={found.snippetHref} say={frame.say} />
            )}
          </WorkRow>
        ))}
      </div>
    </section>
  );

/** What a search found: titles, people and summaries first, then words in the stories. */
export const SearchPage = (props: SearchPageProps) => {
  const { frame } = props;
  const { say } = frame;
  const hasSearched = props.text.trim() !== "";
  const hasFound = props.records.length > 0 || props.stories.length > 0;
  return (
    <Layout
      frame={frame}
      title={hasSearched ? say("search.title-for", { text: props.text }) : say("search.title")}
      sheets={["browse"]}
      top={<TopBar frame={frame} place="search" />}
    >
      <div class="wrap list-page">
        <h1 class="unseen">{say("search.title")}</h1>
        <SearchBox frame={frame} text={props.text} />
        <p class="muted small-print">{say("search.help")}</p>
        <div role="status">
          {props.counted === "" ? null : <p class="counted">{props.counted}</p>}
          {props.remarks.map((remark) => (
            <p class="standing">{remark}</p>
          ))}
        </div>
        {hasSearched && !hasFound ? (
          <p>
            {say("search.none")} <a href={frame.links.browse()}>{say("search.none-browse")}</a>
          </p>
        ) : null}
        <Group frame={frame} id="in-records" rows={props.records} />
        <Group frame={frame} id="in-stories" rows={props.stories} />
        <Pager say={say} pager={props.pager} />
      </div>
    </Layout>
  );
};
