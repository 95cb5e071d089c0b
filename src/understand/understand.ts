import type {
  Claim,
  Issue,
  Permission,
  Piece,
  Reading,
  Stance,
  StoryFound,
  TextKind,
  TextRange,
  Understanding,
} from "../terms/index.ts";
import type { Vocabulary } from "../vocabulary/index.ts";
import { claimsOfStory, type SharedProse } from "./claims/claims-of-story.ts";
import { proseRanges } from "./claims/prose-ranges.ts";
import { findInnerStories } from "./cut/find-inner-stories.ts";
import { findLabelBlocks } from "./cut/find-label-blocks.ts";
import { findPostings } from "./cut/find-postings.ts";
import { isTalk } from "./cut/is-talk.ts";
import { readPosting, type PostingRead } from "./cut/read-posting.ts";
import { applyHabits } from "./habits/apply-habits.ts";
import type { SourceHabits } from "./habits/source-habits.ts";
import { makeLexicon, type Lexicon } from "./lexicon/make-lexicon.ts";
import { makeLineTable, type LineTable } from "./lines/make-line-table.ts";
import { makePieces } from "./pieces/make-pieces.ts";
import { groupPostings } from "./stories/group-postings.ts";
import { guessLanguage } from "./stories/guess-language.ts";
import { findListShape } from "./stories/find-list-shape.ts";
import { findOtherKind } from "./stories/kind-of-text.ts";
import { measureTelling } from "./stories/is-told.ts";
import { issuesOf } from "./stories/issues-of.ts";
import { permissionOf } from "./stories/permission-of.ts";
import { stanceOf } from "./stories/stance-of.ts";
import { countWords } from "./stories/count-words.ts";

/** What may help beside the text itself. */
export interface UnderstandOptions {
  /** The file's name, last segment; only ever a hint. */
  readonly fileName?: string;
  /** What the readings of the same source have in common, on a second pass. */
  readonly habits?: SourceHabits;
}

/**
 * Gives what a text tells of itself: its pieces, its stories, and the claims about each.
 *
 * Pure and linear: any text gives a result, in time proportional to its length.
 */
export function understand(
  reading: Reading,
  vocabulary: Vocabulary,
  options: UnderstandOptions = {},
): Understanding {
  const { text } = reading.layer;
  const lexicon = makeLexicon(vocabulary);
  const lines = makeLineTable(text);
  const drafts = draftStories(lines, lexicon);
  const otherKind =
    findListShape(lines) ?? (drafts.length > 3 ? undefined : otherKindOf(lines, drafts, lexicon));
  if (otherKind !== undefined) {
    const whole: Piece[] =
      text.length === 0 ? [] : [{ kind: "unclaimed", range: { start: 0, end: text.length }, story: null }];
    const issues: Issue[] =
      otherKind === "empty" ? [] : [{ code: "U-006", detail: `The text is no story but ${otherKind}.` }];
    return { kind: otherKind, stories: [], pieces: whole, issues };
  }
  const stories = drafts.map((draft, ordinal) => describe(lines, draft, ordinal, lexicon, options.habits));
  const kind: TextKind = stories.length > 1 ? "collection" : "story";
  return {
    kind,
    stories,
    pieces: makePieces(lines, drafts, stories, lexicon),
    issues: issuesOf(stories, drafts, text),
  };
}

/** A story before its claims are read: its postings and what the file says for all. */
export interface StoryDraft {
  readonly postings: readonly PostingRead[];
  readonly shared: SharedProse | undefined;
  /** Claims already read on the way. */
  readonly claims?: readonly Claim[];
}

function draftStories(lines: LineTable, lexicon: Lexicon): readonly StoryDraft[] {
  const postings = findPostings(lines).map(({ from, to, mails }) =>
    readPosting(lines, from, to, mails, lexicon),
  );
  const groups = groupPostings(lines.text, postings);
  const told = groups.filter(
    (group) => group.length > 1 || group[0] === undefined || !isTalk(lines, group[0]),
  );
  return (groups.length === 1 || told.length === 0 ? groups : told).flatMap((group) =>
    group.length === 1 && group[0] !== undefined
      ? cutInner(lines, group[0], lexicon)
      : [{ postings: group, shared: undefined }],
  );
}

/** A posting that holds several titled stories by one hand, cut into them. */
function cutInner(lines: LineTable, posting: PostingRead, lexicon: Lexicon): readonly StoryDraft[] {
  const claims = claimsOfStory(lines, [posting], undefined, lexicon);
  const whole = [{ postings: [posting], shared: undefined, claims }];
  const author = claims.find(({ field, rule }) => field === "author" && rule !== "mail-header")?.asWritten;
  const title = claims.find(({ field }) => field === "title")?.value ?? "";
  const blocks = findLabelBlocks(lines, posting.head.bodyLine, posting.to, title, lexicon);
  if (blocks.length > 0) return cutAt(lines, posting, blocks, lexicon);
  if (author === undefined) return whole;
  const starts = findInnerStories(
    lines,
    posting.head.bodyLine,
    Math.max(posting.tail.bodyEndLine, posting.head.bodyLine),
    author,
    title,
  );
  if (starts.length === 0) return whole;
  const last = readPosting(lines, starts.at(-1) ?? posting.from, posting.to, [], lexicon);
  const shared: SharedProse = {
    head: proseRanges(posting.head.elements, lines.text),
    tail: proseRanges(last.tail.elements, lines.text),
  };
  const first = readPosting(lines, posting.from, starts[0] ?? posting.to, posting.mails, lexicon);
  const rest = starts.map((from, index) =>
    readPosting(lines, from, starts[index + 1] ?? posting.to, [], lexicon),
  );
  return [first, ...rest].map((read) => ({ postings: [read], shared }));
}

/** Stories each under a label block of its own; what stands above the first block speaks for all. */
function cutAt(
  lines: LineTable,
  posting: PostingRead,
  starts: readonly number[],
  lexicon: Lexicon,
): readonly StoryDraft[] {
  const { elements } = posting.head;
  const own = elements.findIndex(({ labels }) => labels?.some(({ hit }) => hit.strength === "known"));
  const shared: SharedProse | undefined =
    own <= 0 ? undefined : { head: proseRanges(elements.slice(0, own), lines.text), tail: [] };
  return [posting.from, ...starts].map((from, index) => ({
    postings: [
      readPosting(lines, from, starts[index] ?? posting.to, index === 0 ? posting.mails : [], lexicon),
    ],
    shared,
  }));
}

function describe(
  lines: LineTable,
  { postings, shared, claims: read }: StoryDraft,
  ordinal: number,
  lexicon: Lexicon,
  habits?: SourceHabits,
): StoryFound {
  const { text } = lines;
  const found = read ?? claimsOfStory(lines, postings, shared, lexicon);
  const claims = habits === undefined ? found : applyHabits(found, habits);
  const body = bodyOf(lines, postings);
  const permission: Permission = permissionOf(text, claims, postings, lexicon);
  const stance: Stance = stanceOf(claims);
  return {
    ordinal,
    extent: extentOf(lines, postings),
    body,
    claims,
    permission,
    stance,
    language: body === null ? null : guessLanguage(text, body.start, body.end),
    words: body === null ? 0 : countWords(text, body.start, body.end),
  };
}

function bodyOf(lines: LineTable, postings: readonly PostingRead[]): TextRange | null {
  const first = postings.find(({ head, tail }) => tail.bodyEndLine > head.bodyLine);
  const last = postings.findLast(({ head, tail }) => tail.bodyEndLine > head.bodyLine);
  if (first === undefined || last === undefined) return null;
  const start = first.head.bodyAt ?? lines.first[first.head.bodyLine] ?? 0;
  const end = lines.last[last.tail.bodyEndLine - 1] ?? start;
  return end > start ? { start, end } : null;
}

function extentOf(lines: LineTable, postings: readonly PostingRead[]): TextRange {
  const start = lines.start[postings[0]?.from ?? 0] ?? 0;
  const to = postings.at(-1)?.to ?? 0;
  return { start, end: to >= lines.count ? lines.text.length : (lines.start[to] ?? lines.text.length) };
}

function otherKindOf(
  lines: LineTable,
  drafts: readonly StoryDraft[],
  lexicon: Lexicon,
): TextKind | undefined {
  const found = findOtherKind(lines, lexicon);
  if (found === undefined || found.kind === "empty") return found?.kind;
  const posting = drafts[0]?.postings[0];
  if (posting === undefined) return found.kind;
  const labelled = posting.head.elements.filter(({ labels }) =>
    labels?.some(({ hit }) => hit.strength === "known"),
  ).length;
  const telling = measureTelling(lines, posting.head.bodyLine, posting.to);
  return labelled >= 3 || telling > (found.score >= 4 ? 13 : 7) ? undefined : found.kind;
}
