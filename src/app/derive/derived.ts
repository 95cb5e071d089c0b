import type {
  Claim,
  Hold,
  Issue,
  Permission,
  Piece,
  Stance,
  Step,
  TextKind,
  TextRange,
} from "../../terms/index.ts";

/** One original to derive from: what custody knows of it. */
export interface OriginalRef {
  readonly id: string;
  readonly accession: string;
  /** The list or site it came from. */
  readonly source: string;
  readonly object: string;
  /** As received; escaped where no file system could hold it. */
  readonly path: string;
  readonly contentPath: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A story as one reading tells it, with all that reconciling and showing needs. */
export interface DerivedStory {
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
  readonly claims: readonly Claim[];
  /** For the search index: masked. */
  readonly index: { readonly title: string; readonly people: string; readonly summary: string; readonly body: string };
}

export interface PrivateRange extends TextRange {
  readonly kind: string;
}

/** A leaf stream, read and understood. */
export interface DerivedReading {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly format: string;
  readonly charset: string;
  readonly layerDigest: string;
  readonly kind: TextKind;
  readonly pieces: readonly Piece[];
  readonly privateSpans: readonly PrivateRange[];
  readonly unclaimed: number;
  readonly stories: readonly DerivedStory[];
  readonly issues: readonly Issue[];
}

/** Everything that follows from one original. */
export interface DerivedOriginal {
  readonly original: OriginalRef;
  readonly state: "read" | "unread" | "empty";
  /** Name of the format, also of one no reader takes. */
  readonly kind: string;
  readonly readings: readonly DerivedReading[];
  /** Trouble that belongs to no reading. */
  readonly issues: readonly Issue[];
}
