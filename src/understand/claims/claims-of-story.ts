import type { Claim, TextRange } from "../../terms/index.ts";
import { fold } from "../../text/index.ts";
import type { PostingRead } from "../cut/read-posting.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findPart, readPartLine } from "../head/read-part.ts";
import { findAddress } from "../values/parse-email.ts";
import { chooseClaims } from "./choose-claims.ts";
import { claimOfPart, makeClaim } from "./claim-maker.ts";
import { claimsOfFrontMatter } from "./claims-of-front-matter.ts";
import { claimsOfHead } from "./claims-of-head.ts";
import { claimsOfLabel } from "./claims-of-labels.ts";
import { claimsOfMail } from "./claims-of-mail.ts";
import { claimsOfProse } from "./claims-of-prose.ts";
import { copyrightClaims } from "./copyright-claims.ts";
import { fandomClaims } from "./fandom-claims.ts";
import { labelProse, proseRanges } from "./prose-ranges.ts";

/** What a collection says once for all its stories. */
export interface SharedProse {
  readonly head: readonly TextRange[];
  readonly tail: readonly TextRange[];
}

/** Gives all claims about a story made of one or more postings, chosen; the first posting speaks, the last one's tail too. */
export function claimsOfStory(
  lines: LineTable,
  postings: readonly PostingRead[],
  shared: SharedProse | undefined,
  lexicon: Lexicon,
): readonly Claim[] {
  const { text } = lines;
  const first = postings[0];
  const last = postings.at(-1);
  if (first === undefined || last === undefined) return [];
  const shaped = [
    ...(first.frontMatter === undefined ? [] : claimsOfFrontMatter(text, first.frontMatter, lexicon)),
    ...claimsOfHead(lines, first, lexicon),
  ];
  const lastMail = first.head.elements.findLastIndex(({ kind }) => kind === "mail");
  const headProse = proseRanges(first.head.elements.slice(lastMail + 1), text).filter(
    (range) => !shaped.some((claim) => claim.field === "title" && isWholeOf(claim, range)),
  );
  const labelled = labelProse(first.head.elements);
  const tailProse = proseRanges(last.tail.elements, text);
  const spoken = claimsOfProse(
    text,
    [
      ...headProse,
      ...labelled.filter(({ field }) => field !== "feedback").map(({ range }) => range),
      ...tailProse,
    ],
    lexicon,
  );
  const inherited =
    shared === undefined
      ? []
      : claimsOfProse(text, [...shared.head, ...shared.tail], lexicon).claims.filter(
          ({ field }) => field !== "title" && field !== "part" && field !== "date",
        );
  const fromTail = tailClaims(lines, last, lexicon);
  const claims: Claim[] = [...shaped, ...spoken.claims, ...inherited, ...fromTail];
  const notesLabel = claims.some(({ field }) => field === "notes");
  const ownNotes = claimsOfProse(text, [...headProse, ...tailProse], lexicon).notes;
  const thanks = claims.find(({ field }) => field === "thanks");
  if (!notesLabel && ownNotes === undefined && thanks?.range)
    claims.push(makeClaim(text, "notes", thanks.range, "thanks-as-notes"));
  if (!notesLabel && ownNotes !== undefined) claims.push(makeClaim(text, "notes", ownNotes, "prose-notes"));
  claims.push(
    ...fandomClaims(
      text,
      fandomRanges(first, [...shaped, ...fromTail], spoken.claims, headProse, tailProse, shared),
      lexicon,
    ),
  );
  claims.push(...claimsOfMail(text, first.mails, lexicon));
  if (last.tail.endMarker !== undefined)
    claims.push(makeClaim(text, "end-marker", last.tail.endMarker, "end-marker"));
  const chosen = chooseClaims(settle(claims, postings, spoken.claims));
  return settleParts(lines, postings, chosen);
}

function isWholeOf(claim: Claim, range: TextRange): boolean {
  return (
    claim.range !== null &&
    claim.range.start >= range.start &&
    claim.range.end <= range.end &&
    range.end - range.start < claim.range.end - claim.range.start + 40
  );
}

function fandomRanges(
  first: PostingRead,
  shaped: readonly Claim[],
  claims: readonly Claim[],
  headProse: readonly TextRange[],
  tailProse: readonly TextRange[],
  shared: SharedProse | undefined,
): readonly TextRange[] {
  const ofClaims = shaped.flatMap(({ field, range }) =>
    range !== null &&
    (field === "title" ||
      field === "disclaimer" ||
      field === "notes" ||
      field === "thanks" ||
      field === "challenge" ||
      (field === "warning" && range.end - range.start > 60))
      ? [range]
      : [],
  );
  const lines = first.head.elements
    .filter(
      ({ kind }) =>
        kind === "line" ||
        kind === "byline" ||
        kind === "copyright" ||
        kind === "furniture" ||
        kind === "quoted",
    )
    .map(({ range }) => range);
  const subject = first.mails.flatMap(({ fields }) => fields.get("subject") ?? fields.get("subj") ?? []);
  const rights = [...claims, ...shaped].flatMap(({ field, range }) =>
    field === "disclaimer" && range !== null ? [range] : [],
  );
  const near = [
    ...ofClaims,
    ...lines,
    ...headProse,
    ...tailProse,
    ...(shared?.head ?? []),
    ...(shared?.tail ?? []),
  ].toSorted((a, b) => a.start - b.start);
  return [...rights, ...near, ...subject];
}

function tailClaims(lines: LineTable, last: PostingRead, lexicon: Lexicon): readonly Claim[] {
  const { text } = lines;
  const claims: Claim[] = [];
  last.tail.elements.forEach((element, index) => {
    const above = last.tail.elements[index - 1];
    if (element.kind === "copyright")
      claims.push(
        ...copyrightClaims(text, {
          start: element.gap === 0 && above?.kind === "line" ? above.range.start : element.range.start,
          end: element.range.end,
        }),
      );
    for (const label of element.labels ?? [])
      claims.push(
        ...claimsOfLabel(text, label, lexicon).filter(
          ({ field }) => field !== "title" && field !== "part" && field !== "unknown",
        ),
      );
    if (element.byline !== undefined && element.byline.title === undefined) {
      const { author } = element.byline;
      claims.push(
        makeClaim(
          text,
          "author",
          { start: element.range.start + author.start, end: element.range.start + author.end },
          "signed",
        ),
      );
    }
    if (
      (element.kind === "email" || element.byline !== undefined) &&
      !LIST_ADDRESS.test(text.slice(element.range.start, element.range.end))
    ) {
      const address = findAddress(text, element.range.start, element.range.end);
      if (address !== undefined) claims.push(claimOfPart(text, "email", address, "tail-address"));
    }
  });
  if (last.tail.signatureLine !== undefined) {
    const from = lines.start[last.tail.signatureLine] ?? 0;
    const to = lines.end[last.to - 1] ?? from;
    const address = findAddress(text, from, Math.min(to, from + 1500));
    if (address !== undefined) claims.push(claimOfPart(text, "email", address, "signature-address"));
  }
  return claims;
}

/** Settles what only the whole shows: whether the poster is the author, whose address it is, whether the file is one part. */
function settle(
  claims: readonly Claim[],
  postings: readonly PostingRead[],
  spoken: readonly Claim[],
): readonly Claim[] {
  const settled = claims.filter((claim) => !(claim.field === "part" && postings.length > 1));
  const poster = claims.find(({ field }) => field === "posted-by");
  const author = claims.find(({ field, rule }) => field === "author" && rule !== "signed");
  if (poster === undefined) return settled;
  const other = author !== undefined && !sameName(author.value, poster.value);
  if (other)
    return settled.filter(
      ({ field, rule }) =>
        !(
          field === "email" &&
          rule === "mail-header" &&
          !spoken.some(
            (claim) =>
              claim.field === field &&
              fold(claim.value) ===
                fold(claims.find((c) => c.field === "email" && c.rule === rule)?.value ?? ""),
          )
        ) || field !== "email",
    );
  const kept = settled.filter(({ field }) => field !== "posted-by");
  if (author === undefined && poster.range !== null) kept.push({ ...poster, field: "author" });
  return kept;
}

function sameName(a: string, b: string): boolean {
  const words = (name: string): readonly string[] =>
    fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1);
  const [left, right] = [words(a), words(b)];
  if (left.length === 0 || right.length === 0) return true;
  return (
    left.some((word) => right.includes(word)) ||
    right.length === 1 ||
    fold(b).replace(/\W/g, "").includes(fold(a).replace(/\W/g, ""))
  );
}

const LIST_ADDRESS =
  /unsubscribe|subscribe|owner@|-owner|-request@|lists?\.|yahoogroups|egroups|onelist|listbot/i;
const MOST_REPEATS = 30;

/** A text whose later headers number further parts is the whole: it has a total and no part of its own. */
function settleParts(
  lines: LineTable,
  postings: readonly PostingRead[],
  claims: readonly Claim[],
): readonly Claim[] {
  const title = claims.find(({ field }) => field === "title");
  const body = postings[0]?.head.bodyLine ?? 0;
  const end = postings.at(-1)?.to ?? 0;
  const from = lines.start[body] ?? 0;
  const to = lines.end[end - 1] ?? from;
  const own = claims.find(({ field }) => field === "part");
  const hasTotal = claims.some(({ field }) => field === "parts-total");
  let further = false;
  let total: Claim | undefined;
  if (title !== undefined && title.asWritten.length > 3) {
    let seen = 0;
    for (
      let at = lines.text.indexOf(title.asWritten, from);
      at !== -1 && at < to && seen < MOST_REPEATS;
      at = lines.text.indexOf(title.asWritten, at + 1)
    ) {
      seen++;
      const after = at + title.asWritten.length;
      const lineEnd = lines.text.indexOf("\n", after);
      const rest = lines.text.slice(after, Math.min(lineEnd === -1 ? to : lineEnd, after + 40));
      const part = /^[\s\w-]{0,14}[([]/.test(rest) || rest.trim().length < 20 ? findPart(rest) : undefined;
      if (part?.total === undefined || part.total === null) continue;
      further = true;
      if (!hasTotal && total === undefined) {
        const start = after + rest.lastIndexOf(part.total, part.end);
        total = makeClaim(
          lines.text,
          "parts-total",
          { start, end: start + part.total.length },
          "repeated-title",
        );
      }
    }
  }
  const partOfWhole =
    further || (own !== undefined && hasFurtherPartLine(lines, body, end, own.rule !== "part-line"));
  const kept = partOfWhole ? claims.filter(({ field }) => field !== "part") : claims;
  return total === undefined ? kept : [...kept, total];
}

function hasFurtherPartLine(lines: LineTable, from: number, to: number, onlyParts: boolean): boolean {
  for (let line = from; line < to; line++) {
    const length = (lines.last[line] ?? 0) - (lines.first[line] ?? 0);
    if (
      length < 5 ||
      length > 50 ||
      !"pPcCtTkKeEгГчЧ*-=~".includes(lines.text[lines.first[line] ?? 0] ?? " ")
    )
      continue;
    const part = readPartLine(lines.text.slice(lines.first[line], lines.last[line]));
    if (
      part !== undefined &&
      part.part !== "" &&
      (!onlyParts || /^\W*part\b/i.test(lines.text.slice(lines.first[line], lines.last[line])))
    )
      return true;
  }
  return false;
}
