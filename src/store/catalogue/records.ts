/** What goes in and out of the catalogue, in the words of `terms`. The tables behind it stand in `schema.ts`. */
import type {
  Claim,
  Hold,
  Issue,
  Permission,
  Piece,
  Role,
  Stance,
  Step,
  TextKind,
  TextRange,
  WorkMember,
  WorkRecord,
} from "../../terms/index.ts";

/** What came of an original. */
export const ORIGINAL_STATES = ["read", "unread", "empty", "kept-out"] as const;

export type OriginalState = (typeof ORIGINAL_STATES)[number];

export interface AccessionRecord {
  readonly id: string;
  readonly opened: boolean;
  readonly ended: boolean;
  readonly source: string;
  /** Id of the sealed record with the keeper's words. */
  readonly sealed: string;
}

/** An OCFL object whose originals are all derived. */
export interface ObjectRecord {
  readonly id: string;
  readonly accession: string;
  readonly files: number;
}

/** Where an original lies, before anything is known of what is in it. */
export interface OriginalPlace {
  readonly id: string;
  readonly accession: string;
  readonly object: string;
  readonly path: string;
  readonly contentPath: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface OriginalRecord extends OriginalPlace {
  readonly state: OriginalState;
  /** Name of the format, also of one no reader takes. */
  readonly kind: string;
}

/** Where something private stands in a text: never what it says. */
export interface PrivateRange extends TextRange {
  readonly kind: string;
}

export interface ReadingRecord {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly format: string;
  /** iconv-lite name. */
  readonly charset: string;
  readonly layerDigest: string;
  readonly kind: TextKind;
  readonly pieces: readonly Piece[];
  readonly privateSpans: readonly PrivateRange[];
  /** UTF-16 units that fit nowhere. */
  readonly unclaimed: number;
}

export interface StoryRecord {
  readonly id: string;
  readonly anchorId: string;
  readonly orderKey: string;
  readonly ordinal: number;
  readonly extent: TextRange;
  readonly body: TextRange | null;
  readonly titleKey: string;
  readonly partKey: string;
  readonly part: string | null;
  readonly partsTotal: string | null;
  readonly bodyDigest: string;
  readonly words: number;
  readonly language: string | null;
  readonly permission: Permission;
  readonly stance: Stance;
  readonly hold: Hold | null;
}

export interface IssueRecord extends Issue {
  /** Null when it is about the original as a whole. */
  readonly reading: string | null;
}

/** A story with what it says of itself, as `understand` found it. */
export interface DerivedStory extends StoryRecord {
  readonly claims: readonly Claim[];
}

export interface DerivedReading extends ReadingRecord {
  readonly stories: readonly DerivedStory[];
  readonly issues: readonly Issue[];
}

/** An original with everything derived from it: takes the place of whatever the same original had before. */
export interface DerivedOriginal {
  readonly original: OriginalPlace;
  readonly state: OriginalState;
  readonly kind: string;
  readonly readings: readonly DerivedReading[];
  /** Trouble that belongs to no reading. */
  readonly issues: readonly Issue[];
}

/** Written in one transaction. */
export interface DerivedBatch {
  /** Only what the journal does not hold. */
  readonly accessions?: readonly { readonly id: string; readonly source: string }[];
  /** Those of which every original is derived with this batch. */
  readonly objects: readonly ObjectRecord[];
  readonly originals: readonly DerivedOriginal[];
}

/** A story as it stands in the catalogue. */
export interface StoredStory extends StoryRecord {
  readonly reading: string;
  readonly original: string;
  readonly accession: string;
  /** Null until reconciled, as are place and role. */
  readonly work: string | null;
  readonly place: number | null;
  readonly role: Role | null;
}

export interface StoredReading extends ReadingRecord {
  readonly original: string;
}

/** A work as it stands in the catalogue, with the flags the store keeps. */
export interface StoredWork extends WorkRecord {
  /** Names it in the search index; not permanent, never shown. */
  readonly number: number;
  readonly opened: boolean;
  readonly withdrawn: boolean;
  readonly erased: boolean;
  readonly visible: boolean;
}

/** Written in one transaction. */
export interface WorkBatch {
  readonly works: readonly WorkRecord[];
  /** Stories that change their work, place or role; a story named here leaves the work it was in. */
  readonly members: readonly (Pick<WorkMember, "story" | "place" | "role"> & { readonly work: string })[];
}

/** What a batch of works changed, for the search index. */
export interface WorkChanges {
  /** Number of each work of the batch, in its order. */
  readonly numbers: readonly { readonly work: string; readonly number: number }[];
  /** Works that lost their last story and are gone. */
  readonly removed: readonly string[];
}
