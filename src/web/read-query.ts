import { BROWSE_SORTS, type BrowseRequest } from "../app/site-use-cases.ts";
import { NotFoundError } from "../terms/index.ts";

/** Reads an id from an address; what cannot be one is not there. */
export function readId(text: string): string {
  if (!/^[\w.-]{1,128}$/u.test(text)) throw new NotFoundError("Find the page: this is no id");
  return text;
}

/** Reads a place or a page number, from 1; what cannot be one is not there. */
export function readNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/u.test(text)) throw new NotFoundError("Find the page: this is no number of one");
  return Number(text);
}

/** Reads a field of a form as text; a file or a missing field is empty. */
export function readText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Reads how a list is wanted; an unknown order is the usual one. */
export function readBrowseQuery(query: Readonly<Record<string, string>>): BrowseRequest {
  return {
    sort: BROWSE_SORTS.find((sort) => sort === query["sort"]) ?? "title",
    page: readNumber(query["page"] ?? "1"),
    year: readYear(query["year"]),
    missingAPart: query["missing"] === "part",
  };
}

function readYear(text: string | undefined): number | "not-stated" | null {
  if (text === undefined || text === "") return null;
  if (text === "not-stated") return text;
  if (!/^\d{4}$/u.test(text)) throw new NotFoundError("Find the page: this is no year");
  return Number(text);
}
