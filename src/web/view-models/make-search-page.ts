import type { SearchHit, SearchView } from "../../app/site-use-cases.ts";
import type { Frame } from "../../pages/frame.ts";
import type { FoundRow, SearchPageProps } from "../../pages/SearchPage.tsx";
import { makePager } from "./make-pager.ts";
import { makeWorkRow } from "./make-work-row.ts";

/** What a search found; `null` before anything was asked. */
export function makeSearchPage(frame: Frame, found: SearchView | null): SearchPageProps {
  if (found === null) {
    const nothing = { page: 1, pages: 1, previousHref: null, nextHref: null };
    return { frame, text: "", counted: "", remarks: [], records: [], stories: [], pager: nothing };
  }
  return {
    frame,
    text: found.text,
    counted: sayCounts(frame, found),
    remarks: [...found.remarks, ...(found.cut ? [frame.say("search.cut")] : [])],
    records: found.records.rows.map((hit) => makeFoundRow(frame, hit)),
    stories: found.stories.rows.map((hit) => makeFoundRow(frame, hit)),
    pager: makePager(found.stories, (page) => frame.links.search(found.text, page)),
  };
}

function makeFoundRow(frame: Frame, hit: SearchHit): FoundRow {
  const { links } = frame;
  return {
    row: makeWorkRow(frame, hit.work),
    snippet: hit.snippet,
    snippetHref: hit.place === null ? links.story(hit.work.id) : links.chapter(hit.work.id, hit.place),
  };
}

function sayCounts({ say }: Frame, found: SearchView): string {
  const stories = say("search.counted-stories", { count: found.stories.total });
  return [
    ...(found.records.total > 0 ? [say("search.counted-records", { count: found.records.total })] : []),
    ...(found.stories.total > 0 ? [found.cut ? say("search.at-least", { counted: stories }) : stories] : []),
  ].join("; ");
}
