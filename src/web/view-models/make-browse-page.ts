import { BROWSE_SORTS, type BrowseRequest, type Paged, type WorkCard } from "../../app/site-use-cases.ts";
import type { BrowsePageProps } from "../../pages/BrowsePage.tsx";
import type { Frame } from "../../pages/frame.ts";
import type { BrowseLink } from "../../pages/links.ts";
import { makePager } from "./make-pager.ts";
import { makeWorkRow } from "./make-work-row.ts";

/** A page of the list of works. */
export function makeBrowsePage(
  frame: Frame,
  request: BrowseRequest,
  found: Paged<WorkCard>,
): BrowsePageProps {
  const { say, links } = frame;
  const only = sayOnly(frame, request);
  const choice: BrowseLink = {
    ...(request.sort === "title" ? {} : { sort: request.sort }),
    ...(request.year === null ? {} : { year: String(request.year) }),
    missingAPart: request.missingAPart,
  };
  return {
    frame,
    counted: say("browse.counted", { count: found.total }),
    only: only === null ? null : { label: only, clearHref: links.browse() },
    sorts: BROWSE_SORTS.map((id) => ({ id, label: say(`browse.by.${id}`) })),
    sort: request.sort,
    kept: [
      ...(request.year === null ? [] : [{ name: "year", value: String(request.year) }]),
      ...(request.missingAPart ? [{ name: "missing", value: "part" }] : []),
    ],
    rows: found.rows.map((work) => makeWorkRow(frame, work)),
    pager: makePager(found, (page) => links.browse({ ...choice, page })),
  };
}

function sayOnly({ say }: Frame, request: BrowseRequest): string | null {
  const said = [
    ...(request.year === "not-stated" ? [say("browse.only-undated")] : []),
    ...(typeof request.year === "number" ? [say("browse.only-year", { year: String(request.year) })] : []),
    ...(request.missingAPart ? [say("browse.only-missing")] : []),
  ];
  return said.length === 0 ? null : said.join(", ");
}
