import type { Claim } from "./claim.ts";
import type { Issue } from "./issue.ts";
import type { TextRange } from "./range.ts";

/** What a stretch of a text is. Every character of a text ends in exactly one piece. */
export const PIECE_KINDS = [
  "furniture", // list and news headers, board frames, adverts, page menus
  "header", // label lines, prose headers, front matter
  "title",
  "byline",
  "part-label",
  "notes", // author's notes at head or foot
  "epigraph",
  "story",
  "end-marker",
  "signature",
  "footer", // list footers
  "quoted", // quoted mail
  "index", // lists of other stories
  "blank",
  "unclaimed", // fits nowhere; shown, never dropped
] as const;

export type PieceKind = (typeof PIECE_KINDS)[number];

export interface Piece {
  readonly kind: PieceKind;
  readonly range: TextRange;
  /** Which story of the text it belongs to, counted from 0; `null` when to none. */
  readonly story: number | null;
}

/** What a text as a whole is. */
export const TEXT_KINDS = [
  "story",
  "collection",
  "index",
  "faq",
  "review",
  "page",
  "empty",
  "other",
] as const;

export type TextKind = (typeof TEXT_KINDS)[number];

/** How far the author lets others keep a story. Silence is not consent. */
export const PERMISSIONS = ["given", "refused", "ask-first", "not-stated"] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** What the author says about content; the fifth, `hidden-at-source`, is for formats that can hide. */
export const STANCES = ["declared", "none", "chose-not-to-warn", "silent", "hidden-at-source"] as const;

export type Stance = (typeof STANCES)[number];

/** One story as one text tells it: a witness, before anything is brought together. */
export interface StoryFound {
  /** Place in the text, from 0. */
  readonly ordinal: number;
  /** From the first character that belongs to this story (its header) to the last (its footer). */
  readonly extent: TextRange;
  /** The story itself, from its first word to its last; `null` when a header has no story under it. */
  readonly body: TextRange | null;
  readonly claims: readonly Claim[];
  readonly permission: Permission;
  readonly stance: Stance;
  /** BCP 47, guessed from the prose; `null` when too short to say. */
  readonly language: string | null;
  readonly words: number;
}

export interface Understanding {
  readonly kind: TextKind;
  readonly stories: readonly StoryFound[];
  /** In order, without gap or overlap, covering the whole text. */
  readonly pieces: readonly Piece[];
  readonly issues: readonly Issue[];
}
