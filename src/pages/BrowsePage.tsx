import type { Frame } from "./frame.ts";
import { Layout } from "./parts/Layout.tsx";
import { Pager, type PagerProps } from "./parts/Pager.tsx";
import { SearchBox } from "./parts/SearchBox.tsx";
import { TopBar } from "./parts/TopBar.tsx";
import { WorkRow, type WorkRowProps } from "./parts/WorkRow.tsx";

export interface BrowsePageProps {
  readonly frame: Frame;
  /** `746 stories`. */
  readonly counted: string;
  /** What the list is cut down to, and the way back to all; `null` for all. */
  readonly only: { readonly label: string; readonly clearHref: string } | null;
  readonly sorts: readonly { readonly id: string; readonly label: string }[];
  readonly sort: string;
  /** Kept through a change of sort. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly rows: readonly WorkRowProps[];
  readonly pager: PagerProps;
}

/** The list of works. */
export const BrowsePage = (props: BrowsePageProps) => {
  const { frame, only } = props;
  const { say, links } = frame;
  return (
    <Layout
      frame={frame}
      title={say("browse.title")}
      sheets={["browse"]}
      top={<TopBar frame={frame} place="browse" />}
    >
      <div class="wrap list-page">
        <SearchBox frame={frame} />
        <div class="list-head">
          <h1>{props.counted}</h1>
          {only === null ? null : (
            <>
              <span class="chip">{only.label}</span>
              <a href={only.clearHref}>{say("browse.clear")}</a>
            </>
          )}
          <form method="get" action={links.browse()} class="sort">
            {props.kept.map((field) => (
              <input type="hidden" name={field.name} value={field.value} />
            ))}
            <label>
              {say("browse.sort")}{" "}
              <select name="sort" data-submit>
                {props.sorts.map((sort) => (
                  <option value={sort.id} selected={sort.id === props.sort}>
                    {sort.label}
                  </option>
                ))}
              </select>
            </label>
            <button class="button quiet" type="submit">
              {say("browse.sort-go")}
            </button>
          </form>
        </div>
        {props.rows.length === 0 ? <p>{say("browse.none")}</p> : null}
        <div class="rows">
          {props.rows.map((row) => (
            <WorkRow say={say} row={row} level={2} />
          ))}
        </div>
        <Pager say={say} pager={props.pager} />
      </div>
    </Layout>
  );
};
