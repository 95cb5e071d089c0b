import type { Claim, FieldId, TextRange } from "../../terms/index.ts";
import type { FrontMatter } from "../cut/read-front-matter.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { foldLabel } from "../lexicon/fold-label.ts";
import { claimsOfLabel } from "./claims-of-labels.ts";
import { claimOfPart, makeClaim } from "./claim-maker.ts";
import { findFandoms } from "../values/find-fandoms.ts";
import { findPart } from "../head/read-part.ts";

const PREFIXED: Readonly<Record<string, FieldId>> = {
  f: "fandom",
  fandom: "fandom",
  c: "character",
  char: "character",
  character: "character",
  p: "pairing",
  pairing: "pairing",
  ship: "pairing",
  relationship: "pairing",
  r: "rating",
  rating: "rating",
  w: "warning",
  warning: "warning",
  s: "series",
  series: "series",
  g: "genre",
  genre: "genre",
  a: "author",
};
const IGNORED = new Set([
  "layout",
  "idtag",
  "slug",
  "draft",
  "published at",
  "permalink",
  "altlink",
  "image",
  "comments",
  "tags",
  "categories",
  "category",
  "type",
  "template",
  "weight",
]);

/** Gives the claims of a front matter: each key as a label, tags with a prefix (`f:`, `c:`) as the field it stands for. */
export function claimsOfFrontMatter(text: string, front: FrontMatter, lexicon: Lexicon): readonly Claim[] {
  const claims: Claim[] = [];
  for (const { key, values } of front.entries) {
    const label = text.slice(key.start, key.end);
    const folded = foldLabel(label.replace(/[_-]/g, " "));
    const rows = lexicon.labels.get(folded) ?? lexicon.labels.get(folded.replace(/s$/, ""));
    for (const value of values) {
      if (/^(?:null|~|none|false)?$/i.test(text.slice(value.start, value.end))) continue;
      const tagged = tagOf(text, value);
      if (tagged !== undefined)
        claims.push(claimOfPart(text, tagged.field, tagged.range, "front-matter", { label }));
      else if (folded === "subtitle") claims.push(...subtitleClaims(text, value, label));
      else if (folded === "date" || folded === "published")
        claims.push(makeClaim(text, "date", value, "front-matter", { label }));
      else if (rows !== undefined && !IGNORED.has(folded)) {
        claims.push(
          ...claimsOfLabel(
            text,
            { hit: { label: key, folded, rows, strength: "known", value }, value },
            lexicon,
          ).map((claim) => ({ ...claim, rule: "front-matter", sureness: 0.97 })),
        );
      } else if (folded === "tags" || folded === "categories")
        claims.push(makeClaim(text, "keywords", value, "front-matter", { label }));
      else if (!IGNORED.has(folded))
        claims.push(makeClaim(text, "unknown", value, "front-matter", { label }));
      if (folded === "title") claims.push(...titleFandom(text, value, lexicon));
    }
  }
  return claims;
}

function tagOf(
  text: string,
  value: TextRange,
): { readonly field: FieldId; readonly range: TextRange } | undefined {
  const found = /^([a-z]{1,12}):(?=\S)/.exec(text.slice(value.start, Math.min(value.end, value.start + 80)));
  const field = found?.[1] === undefined ? undefined : PREFIXED[found[1]];
  return field === undefined || found === null
    ? undefined
    : { field, range: { start: value.start + found[0].length, end: value.end } };
}

function subtitleClaims(text: string, value: TextRange, label: string): readonly Claim[] {
  const part = findPart(text.slice(value.start, value.end));
  if (part === undefined) return [];
  const at = value.start + text.slice(value.start, value.end).indexOf(part.part, part.start);
  return [makeClaim(text, "part", { start: at, end: at + part.part.length }, "front-matter", { label })];
}

function titleFandom(text: string, value: TextRange, lexicon: Lexicon): readonly Claim[] {
  return findFandoms(text, value.start, value.end, lexicon)
    .filter(({ everyday, start }) => !everyday && start === value.start)
    .map((found) => claimOfPart(text, "fandom", found, "title-names-fandom"));
}
