import {
  countWorks,
  countWorksByYear,
  findWorkAt,
  listLatestWorks,
  listWorks,
  readWorkTotals,
} from "../../store/index.ts";
import type { BrowseRequest, BrowseSort, HomeView, Paged, Viewer, WorkCard } from "../site-use-cases.ts";
import { audienceOf, nothingHere, type SiteContext } from "./site-context.ts";
import { makeWorkCard } from "./work-card.ts";

const PAGE = 20;
const LATEST = 6;

const ORDERS = {
  title: { sort: "title", direction: "asc" },
  creator: { sort: "creator", direction: "asc" },
  newest: { sort: "date", direction: "desc" },
  oldest: { sort: "date", direction: "asc" },
  longest: { sort: "words", direction: "desc" },
  shortest: { sort: "words", direction: "asc" },
} as const satisfies Record<BrowseSort, object>;

/** What the home page shows: only what this viewer may see is counted. */
export async function viewHome(site: SiteContext, viewer: Viewer): Promise<HomeView> {
  const { db } = site.catalogue();
  const audience = audienceOf(viewer);
  const totals = await readWorkTotals(db, audience);
  const years = await countWorksByYear(db, audience);
  const latest = await listLatestWorks(db, audience, LATEST);
  return {
    archiveName: site.config.name,
    sentence: site.config.about,
    ...totals,
    byYear: years.flatMap(({ year, works }) => (year === null ? [] : { year, works })),
    undated: years.find(({ year }) => year === null)?.works ?? 0,
    latest: latest.map(makeWorkCard),
  };
}

/** A page of works. @throws NotFoundError for a page past the end. */
export async function browseWorks(
  site: SiteContext,
  viewer: Viewer,
  request: BrowseRequest,
): Promise<Paged<WorkCard>> {
  const { db } = site.catalogue();
  const filter = {
    ...(viewer.kind === "keeper" ? { withoutWithdrawn: true } : { visibleOnly: true }),
    ...(request.year === null ? {} : { year: request.year === "not-stated" ? null : request.year }),
    missingAPart: request.missingAPart,
  };
  const total = await countWorks(db, filter);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  if (!Number.isInteger(request.page) || request.page < 1 || request.page > pages) throw nothingHere();
  const rows = await listWorks(db, {
    ...filter,
    ...ORDERS[request.sort],
    limit: PAGE,
    offset: (request.page - 1) * PAGE,
  });
  return { rows: rows.map(makeWorkCard), total, page: request.page, pages };
}

/** Some work by chance, for its page and not its text; the chance is the caller's, so that tests can choose. */
export async function pickWork(site: SiteContext, viewer: Viewer, chance: number): Promise<string | null> {
  const audience = audienceOf(viewer);
  const { works } = await readWorkTotals(site.catalogue().db, audience);
  return (await findWorkAt(site.catalogue().db, audience, Math.floor(chance * works))) ?? null;
}
