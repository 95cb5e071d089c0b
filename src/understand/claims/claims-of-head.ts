import type { Claim, TextRange } from "../../terms/index.ts";
import type { PostingRead } from "../cut/read-posting.ts";
import type { Element } from "../head/element.ts";
import { isSeparator } from "../lines/is-separator.ts";
import { lineText } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findAddress } from "../values/parse-email.ts";
import { parseAuthors } from "../values/parse-people.ts";
import { trimSubject } from "../values/trim-subject.ts";
import { parseDate } from "../values/parse-date.ts";
import { parseRating } from "../values/parse-rating.ts";
import { parseTitle } from "../values/parse-title.ts";
import { claimOfPart, makeClaim } from "./claim-maker.ts";
import { claimsOfLabel } from "./claims-of-labels.ts";
import { titleInBox } from "./title-in-box.ts";

/** Gives the claims the elements of a head make by their shape: labels, bylines, title lines, part labels, dates, addresses. */
export function claimsOfHead(lines: LineTable, posting: PostingRead, lexicon: Lexicon): readonly Claim[] {
  const { text } = lines;
  const claims: Claim[] = [];
  const { elements, lateTitle } = posting.head;
  elements.forEach((element, index) => {
    for (const label of element.labels ?? []) claims.push(...claimsOfLabel(text, label, lexicon));
    if (element.byline !== undefined) claims.push(...claimsOfByline(lines, elements, index));
    for (const code of element.codes ?? []) claims.push(claimOfPart(text, "pairing", code, "code-line"));
    if (element.kind === "part") claims.push(...claimsOfPartLine(lines, element));
    if (
      element.kind === "email" &&
      elements[index - 1]?.kind === "line" &&
      element.gap <= 1 &&
      !elements.some(({ byline }) => byline !== undefined)
    )
      claims.push(...titleAbove(lines, elements, index));
    if (element.kind === "email")
      claims.push(
        ...emailClaim(text, element.range, isUnderName(elements, index) ? "byline-address" : "address-line"),
        ...screenName(text, element.range),
        ...dateClaim(text, element.range, "date-line"),
      );
    if (element.kind === "copyright") claims.push(...claimsOfCopyright(text, element.range));
    if (element.kind === "date") claims.push(...dateClaim(text, element.range, "date-line"));
  });
  if (lateTitle !== undefined) claims.push(...titleClaims(text, lateTitle.range, "title-line"));
  else if (!claims.some(({ field }) => field === "title"))
    claims.push(...firstLineTitle(lines, elements, lexicon));
  return claims;
}

function claimsOfByline(lines: LineTable, elements: readonly Element[], index: number): readonly Claim[] {
  const element = elements[index];
  const { text } = lines;
  if (element?.byline === undefined) return [];
  const { author, title } = element.byline;
  const base = element.range.start;
  const authorRange = { start: base + author.start, end: base + author.end };
  const claims = parseAuthors(text, authorRange.start, authorRange.end).map((part) =>
    claimOfPart(text, "author", part, "byline"),
  );
  const rest = { start: authorRange.end, end: element.labels?.[0]?.hit.label.start ?? element.range.end };
  claims.push(...emailClaim(text, element.range, "byline"), ...dateClaim(text, rest, "byline"));
  if (title !== undefined)
    claims.push(...titleClaims(text, { start: base + title.start, end: base + title.end }, "byline"));
  else if (isSeparator(lines, element.firstLine)) claims.push(...titleInBox(lines, element));
  else claims.push(...titleAbove(lines, elements, index));
  const next = elements[index + 1];
  if (
    next !== undefined &&
    next.gap === 0 &&
    next.kind === "line" &&
    /^and\s+\p{Lu}/u.test(lineText(lines, next.firstLine))
  ) {
    claims.push(
      ...parseAuthors(text, next.range.start + 3, next.range.end).map((part) =>
        claimOfPart(text, "author", part, "byline"),
      ),
    );
    claims.push(...emailClaim(text, next.range, "byline"));
  }
  return claims;
}

/** The nearest line above a byline that is no rule, no part label and no remark is the title. */
function titleAbove(lines: LineTable, elements: readonly Element[], index: number): readonly Claim[] {
  for (let above = index - 1; above >= Math.max(0, index - 5); above--) {
    const element = elements[above];
    if (element === undefined || (elements[above + 1]?.gap ?? 0) > 12) return [];
    if (
      element.kind === "separator" ||
      element.kind === "part" ||
      element.kind === "copyright" ||
      element.kind === "email"
    )
      continue;
    if (element.kind === "labels" && isColonTitle(element))
      return titleClaims(lines.text, element.range, "title-line");
    if (
      element.kind === "labels" &&
      lines.text.slice(element.range.start, element.range.start + 1).startsWith("(")
    )
      continue;
    if (element.kind !== "line" && element.kind !== "prose" && element.kind !== "byline") return [];
    const last = element.endLine - 1;
    const words = lineText(lines, last);
    if (element.kind === "byline") return [];
    if (isRemark(words) || /^\(.*\)$/.test(words) || (element.prose?.opener ?? 0) > 0) continue;
    if (
      words.length > 80 ||
      (element.kind === "prose" &&
        (element.endLine - element.firstLine > 3 || (element.prose?.cues ?? 0) > 0))
    )
      return [];
    return titleClaims(
      lines.text,
      { start: lines.first[last] ?? 0, end: lines.last[last] ?? 0 },
      "title-line",
    );
  }
  return [];
}

function isRemark(words: string): boolean {
  return /^[("'“]*(?:an?|the|being an?|another|yet another|first|part)\s+(?:[\p{L}\d.'’&/:-]+\s+){0,7}(?:story|tale|fic|fanfic|crossover|x-over|vignette|novel|parody|fan fiction|adventure|poem|filk)\b|^\(.*\)$|^rated?\b/iu.test(
    words,
  );
}

function titleClaims(text: string, range: TextRange, rule: string): readonly Claim[] {
  return parseTitle(text, range.start, range.end).map((part) => claimOfPart(text, "title", part, rule));
}

/** Without byline or label the first short line of a head, standing alone, is the title. */
function firstLineTitle(lines: LineTable, elements: readonly Element[], lexicon: Lexicon): readonly Claim[] {
  const at = elements.findIndex(
    ({ kind }) => kind !== "separator" && kind !== "mail" && kind !== "furniture",
  );
  const element = elements[at];
  const next = elements[at + 1];
  if (
    element === undefined ||
    (element.kind !== "line" && !isColonTitle(element)) ||
    next === undefined ||
    (next.gap === 0 && next.kind !== "copyright")
  )
    return [];
  const words = lineText(lines, element.firstLine);
  if (
    words.length > 70 ||
    !/\p{L}.*\p{L}/u.test(words) ||
    /[.,;:!]["”']?$/.test(words) ||
    /^\p{Ll}/u.test(words) ||
    (element.prose?.balance ?? 0) > 1.2
  )
    return [];
  const { range, codes } = trimSubject(lines.text, element.range, lexicon);
  return [
    ...titleClaims(lines.text, range, "title-first"),
    ...codes.map((code) => claimOfPart(lines.text, "pairing", code, "subject-codes")),
  ];
}

function claimsOfPartLine(lines: LineTable, element: Element): readonly Claim[] {
  const { part } = element;
  if (part === undefined || part.part === "") return [];
  const base = element.range.start;
  const words = lines.text.slice(base, element.range.end);
  const at = words.toLowerCase().indexOf(part.part.toLowerCase(), part.start);
  if (at === -1) return [];
  const claims = [
    makeClaim(lines.text, "part", { start: base + at, end: base + at + part.part.length }, "part-line"),
  ];
  if (part.total !== null) {
    const total = words.lastIndexOf(part.total);
    claims.push(
      makeClaim(
        lines.text,
        "parts-total",
        { start: base + total, end: base + total + part.total.length },
        "part-line",
      ),
    );
  }
  return claims;
}

function isUnderName(elements: readonly Element[], index: number): boolean {
  return (
    elements.slice(Math.max(0, index - 2), index).some(({ kind }) => kind === "byline") &&
    (elements[index]?.gap ?? 9) <= 1
  );
}

function emailClaim(text: string, range: TextRange, rule = "address-line"): readonly Claim[] {
  const address = findAddress(text, range.start, range.end);
  return address === undefined ? [] : [claimOfPart(text, "email", address, rule)];
}

function dateClaim(text: string, range: TextRange, rule: string): readonly Claim[] {
  const date = parseDate(text, range.start, range.end);
  return date === undefined ? [] : [claimOfPart(text, "date", date, rule)];
}

const OWNER =
  /^[\s*_(]*(?:copyright\s*)?(?:©|\(c\)|c\.|&copy;)?\s*(?:copyright\s*)?(?:19|20)\d\d(?:\s*[-–,]\s*(?:19|20)?\d\d)?[\s,]*(?:by\s+)?(?=\p{Lu})([^,.()\d@]{2,50})/iu;
const OWNER_FIRST =
  /^[\s*_(]*(?![Cc]opyright\b|COPYRIGHT\b)(\p{Lu}[^,.()\d]{2,50}?),?\s+(?:©|\(c\)|c\.)\s*((?:19|20)\d\d)/u;

function claimsOfCopyright(text: string, range: TextRange): readonly Claim[] {
  const words = text.slice(range.start, range.end);
  const found = OWNER_FIRST.exec(words) ?? OWNER.exec(words);
  const claims: Claim[] = [...dateClaim(text, range, "copyright-line")];
  if (
    found?.[1] !== undefined &&
    !/\b(?:rights|reserved|productions?|inc|paramount|fox|bros)\b/i.test(found[1])
  ) {
    const at = words.indexOf(found[1]);
    claims.push(
      ...parseAuthors(text, range.start + at, range.start + at + found[1].length).map((part) =>
        claimOfPart(text, "author", part, "copyright-line"),
      ),
    );
  }
  return claims;
}

/** Gives the rating in brackets or after "Rated" in a short line such as a title or a subject. */
export function ratingInLine(text: string, range: TextRange, lexicon: Lexicon): readonly Claim[] {
  const words = text.slice(range.start, range.end);
  const found =
    /(?:\brated["']?:?\s+|\brating:?\s+|\bis\s+(?:\w+\s+)?(?=(?:PG|NC-?17)\b)|[([{]\s*(?:rated:?\s*)?)(?=(?:NC-?1[78]|PG-?1[3-5]|PG|R|G|FR[CTM])\b)/i.exec(
      words,
    );
  if (found === null) return [];
  const start = range.start + found.index + found[0].length;
  const rest = words.slice(found.index + found[0].length);
  const close = rest.search(/^\S+\s+for\b/i.test(rest) ? /[)\]}.;!]|$/ : /[)\]}.,;!]|$/);
  return parseRating(text, start, start + close, lexicon).map((part) =>
    claimOfPart(text, "rating", part, "rating-inline"),
  );
}

/** A mail address with a space in its name is a screen name, and often all the byline there is. */
function screenName(text: string, range: TextRange): readonly Claim[] {
  const found = /^(\p{Lu}\p{L}+ \p{Lu}\p{L}+)@/u.exec(text.slice(range.start, range.end));
  return found?.[1] === undefined
    ? []
    : [makeClaim(text, "author", { start: range.start, end: range.start + found[1].length }, "address-line")];
}

/** "Some Arc: The Title" looks like a label nobody knows; on a short line of its own at the top it is a title. */
function isColonTitle({ labels, range, endLine, firstLine }: Element): boolean {
  return (
    labels?.length === 1 &&
    labels[0]?.hit.strength === "unknown" &&
    endLine === firstLine + 1 &&
    range.end - range.start < 70
  );
}
