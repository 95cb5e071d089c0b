import type { BrowseLink, Links } from "../pages/links.ts";
import type { Assets } from "./load-assets.ts";

/** The addresses of the running site; `routes/` answers each of them. */
export function createLinks(assets: Assets): Links {
  const id = encodeURIComponent;
  return {
    home: () => "/",
    browse: (choice = {}) => withQuery("/browse", browseQuery(choice)),
    search: (text, page) =>
      withQuery("/search", [
        ["q", text],
        ["page", page === undefined || page === 1 ? undefined : String(page)],
      ]),
    anyWork: () => "/any",
    story: (workId) => `/story/${id(workId)}`,
    chapter: (workId, place) => `/story/${id(workId)}/${place}`,
    asPosted: (storyId) => `/as-posted/${id(storyId)}`,
    about: () => "/about",
    settings: () => "/settings",
    asset: (name) => assets.getAddress(name),
    preloadedFonts: assets.preloadedFonts,
    keeper: () => "/keeper",
    keeperSignIn: () => "/keeper/sign-in",
    deliveries: () => "/keeper/deliveries",
    uploads: () => "/keeper/uploads",
    importPage: (jobId) => `/keeper/imports/${id(jobId)}`,
    importEvents: (jobId) => `/keeper/imports/${id(jobId)}/events`,
    stopImport: (jobId) => `/keeper/imports/${id(jobId)}/stop`,
    rescue: (rescueId) => `/keeper/rescues/${id(rescueId)}`,
    openRescue: (rescueId) => `/keeper/rescues/${id(rescueId)}/open`,
    closeRescue: (rescueId) => `/keeper/rescues/${id(rescueId)}/close`,
    withdrawWork: (workId) => `/keeper/works/${id(workId)}/withdraw`,
    questions: () => "/keeper/questions",
  };
}

type Query = readonly (readonly [name: string, value: string | undefined])[];

function browseQuery(choice: BrowseLink): Query {
  return [
    ["sort", choice.sort],
    ["year", choice.year],
    ["missing", choice.missingAPart === true ? "part" : undefined],
    ["page", choice.page === undefined || choice.page === 1 ? undefined : String(choice.page)],
  ];
}

function withQuery(path: string, query: Query): string {
  const set = query.flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set).toString()}`;
}
