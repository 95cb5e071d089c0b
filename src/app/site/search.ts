import {
  findReading,
  listNumbersFor,
  listWorksByNumber,
  type SearchResult,
  type StoredWork,
} from "../../store/index.ts";
import { readMaskedText } from "../read-text.ts";
import type { Paged, SearchHit, SearchRequest, SearchView, SnippetPart, Viewer } from "../site-use-cases.ts";
import { concernsSelfInjury } from "./concerns-self-injury.ts";
import { findSeenWork } from "./find-seen-work.ts";
import { makeSnippet } from "./make-snippet.ts";
import { parseQuery, type ParsedQuery } from "./parse-query.ts";
import { audienceOf, nothingHere, type SiteContext } from "./site-context.ts";
import { makeWorkCard } from "./work-card.ts";

const PAGE = 20;
/** Pages past this are of no use to anybody and of cost to everybody. */
const LAST_PAGE = 50;

/** Finds works by words: titles, people and summaries first, then story text with snippets. */
export async function searchWorks(
  site: SiteContext,
  viewer: Viewer,
  request: SearchRequest,
): Promise<SearchView> {
  const query = parseQuery(request.text);
  if (!Number.isInteger(request.page) || request.page < 1 || request.page > LAST_PAGE) throw nothingHere();
  const none: Paged<SearchHit> = { rows: [], total: 0, page: request.page, pages: 1 };
  if (query.words.length + query.phrases.length === 0) {
    return { text: query.text, records: none, stories: none, cut: false, remarks: query.remarks };
  }
  const result = await findHits(site, viewer, query, request.page);
  const numbers = (where: "head" | "body"): number[] =>
    result.hits.flatMap((hit) => (hit.where === where ? hit.number : []));
  const heads = await listWorksByNumber(site.catalogue().db, numbers("head"));
  const bodies = await listWorksByNumber(site.catalogue().db, numbers("body"));
  const pages = Math.min(LAST_PAGE, Math.max(1, Math.ceil(result.total / PAGE)));
  const place = { page: request.page, pages };
  return {
    text: query.text,
    records: {
      rows: heads.map((work) => ({ work: makeWorkCard(work), place: null, snippet: [] })),
      total: heads.length,
      ...place,
    },
    stories: {
      rows: await Promise.all(bodies.map((work) => makeHit(site, viewer, work, query))),
      total: Math.max(0, result.total - heads.length),
      ...place,
    },
    cut: result.cut,
    remarks: query.remarks,
  };
}

async function findHits(
  site: SiteContext,
  viewer: Viewer,
  query: ParsedQuery,
  page: number,
): Promise<SearchResult> {
  const audience = audienceOf(viewer);
  const seen = await site.remember(
    `numbers ${audience.visibleOnly}`,
    async () => new Set(await listNumbersFor(site.catalogue().db, audience)),
  );
  return await site
    .catalogue()
    .search.query(query, { limit: PAGE, offset: (page - 1) * PAGE, filter: (number) => seen.has(number) });
}

async function makeHit(
  site: SiteContext,
  viewer: Viewer,
  work: StoredWork,
  query: ParsedQuery,
): Promise<SearchHit> {
  const card = makeWorkCard(work);
  const terms = [...query.phrases, ...query.words];
  if (concernsSelfInjury([...terms, ...work.warnings, work.summary ?? ""]))
    return { work: card, place: null, snippet: [] };
  const { shown } = await findSeenWork(site, viewer, work.id);
  for (const story of shown) {
    const reading = story.body && (await findReading(site.catalogue().db, story.reading));
    if (!reading || !story.body) continue;
    const text = await readMaskedText({ ...site, catalogue: site.catalogue() }, reading);
    const snippet: readonly SnippetPart[] = makeSnippet(text.slice(story.body.start, story.body.end), terms);
    if (snippet.length > 0) return { work: card, place: story.place, snippet };
  }
  return { work: card, place: null, snippet: [] };
}
