import { trimRange, unwrapRange } from "./trim-range.ts";
import type { ValuePart } from "./value-part.ts";

const ADDRESS = /[\w.&'+-]+(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[\w-]+(?:\.{1,3}[\w-]*)+|[\w.&'+-]+@(?:\.\.\.)?/;

/** Gives the authors named in a value, and the address that may stand beside them. */
export function parseAuthors(text: string, from: number, to: number): readonly ValuePart[] {
  const parts: ValuePart[] = [];
  const value = text.slice(from, to);
  const address = ADDRESS.exec(value);
  let end = to;
  if (address !== null) {
    const at = from + address.index;
    const stop = at + address[0].replace(/[.,;]+$/, (dots) => (dots === "..." ? dots : "")).length;
    if (/@.+|\(at\)/.test(address[0])) parts.push({ start: at, end: stop, field: "email" });
    end = at;
  }
  const cutAt = text
    .slice(from, end)
    .search(
      /\s*(?:[([<{]|\baka\b|\ba\.k\.a\b|\s[-–—]{1,2}\s|©|\b(?:e-?mail)\b|\/\s*$|,?\s*c(?:opyright)?\.?\s*(?:19|20)\d\d)/i,
    );
  if (cutAt > 0) end = from + cutAt;
  while (end > from && /[\s,;:/(<[@*_-]/.test(text[end - 1] ?? "")) end--;
  let start = from;
  while (start < end && /[\s:*_]/.test(text[start] ?? "")) start++;
  const by = /^by:?\s+/i.exec(text.slice(start, end));
  if (by !== null) start += by[0].length;
  const names = splitNames(text, start, end);
  if (names.length === 0 && address !== null && address[0].includes("@")) {
    const at = from + address.index;
    return [{ start: at, end: at + address[0].indexOf("@") }, ...parts];
  }
  return [...names, ...parts];
}

/** Gives the single names of "A, B and C". */
export function splitNames(text: string, from: number, to: number): readonly ValuePart[] {
  const names: ValuePart[] = [];
  let start = from;
  const value = text.slice(from, to);
  for (const found of value.matchAll(
    /\s*(?:,\s*(?:and|&)\s+|\s(?:and|und|et|y|и|with)\s+(?:by\s+)?|\s&\s|;\s*|,\s+(?!jr|sr|md|phd|esq)|\s\/\s)/giu,
  )) {
    push(names, text, start, from + found.index);
    start = from + found.index + found[0].length;
  }
  push(names, text, start, to);
  return names;
}

function push(names: ValuePart[], text: string, from: number, to: number): void {
  const range = unwrapRange(text, trimRange(text, from, to));
  let { end } = range;
  while (end > range.start && /[,;:]/.test(text[end - 1] ?? "")) end--;
  if (end > range.start && /[\p{L}\d]/u.test(text.slice(range.start, end)))
    names.push({ start: range.start, end });
}
