import type { FieldId, Permission, Severity, Stance } from "../terms/index.ts";

/** Evidence codes: where a word was seen. `K` means known in the field, without evidence at hand. */
export type Evidence = readonly string[];

/** Shapes of value that decide which meaning of an ambiguous label wins. */
export const CONTEXTS = ["pairing", "show", "content"] as const;

export type LabelContext = (typeof CONTEXTS)[number];

/** The parsers a label's value can be handed to; `understand/values` has one for each. */
export const VALUE_PARSERS = [
  "author",
  "characters",
  "date",
  "email",
  "fandoms",
  "feedback",
  "pairings",
  "pairings-or-characters",
  "part",
  "people",
  "permission",
  "prose",
  "prose-warnings",
  "rating",
  "series",
  "title",
  "warnings",
  "words",
] as const;

export type ValueParser = (typeof VALUE_PARSERS)[number];

/** One meaning of a set of labels. */
export interface LabelRow {
  readonly id: string;
  readonly name: string;
  readonly field: FieldId;
  readonly value: ValueParser;
  readonly when?: LabelContext;
  readonly since: number;
  /** Folded label -> evidence. */
  readonly labels: ReadonlyMap<string, Evidence>;
  /** Labels that are everyday words: they count only beside other labels. */
  readonly weak: ReadonlySet<string>;
}

export interface RatingValue {
  readonly id: string;
  /** 0 not rated, 1 for all, 2 teens, 3 mature, 4 adults. */
  readonly level: number;
  readonly written: readonly string[];
}

export interface RatingScale {
  readonly id: string;
  readonly name: string;
  readonly seen: Evidence;
  readonly values: readonly RatingValue[];
}

export interface RelationshipMarks {
  readonly marks: readonly {
    readonly id: string;
    readonly written: string;
    readonly kind: "pair" | "friends";
    readonly seen: Evidence;
  }[];
  readonly qualifiers: readonly {
    readonly id: string;
    readonly words: readonly string[];
    readonly seen: Evidence;
  }[];
  readonly nicknames: readonly {
    readonly id: string;
    readonly words: readonly string[];
    readonly fandom?: string | undefined;
    readonly seen: Evidence;
  }[];
  readonly kinds: readonly {
    readonly id: string;
    readonly words: readonly string[];
    readonly seen: Evidence;
  }[];
}

export const BOILERPLATE_KINDS = [
  "notes-cue",
  "rights-cue",
  "feedback-cue",
  "summary-cue",
  "opener",
  "end-marker",
  "furniture",
  "footer",
  "not-story",
  "poster-cue",
] as const;

export type BoilerplateKind = (typeof BOILERPLATE_KINDS)[number];

export interface BoilerplateRow {
  readonly id: string;
  readonly kind: BoilerplateKind;
  readonly weight: number;
  /** For `not-story`: what the text is instead. */
  readonly is?: string | undefined;
  readonly seen: Evidence;
  readonly phrases: readonly string[];
}

export interface PermissionRow {
  readonly id: string;
  readonly meaning: Permission;
  readonly seen: Evidence;
  readonly phrases: readonly string[];
}

export interface WarningFormRow {
  readonly id: string;
  readonly kind: "stance" | "not-content" | "joke" | "spoiler";
  readonly stance?: Stance | undefined;
  readonly seen: Evidence;
  readonly phrases: readonly string[];
}

export interface FandomRow {
  readonly id: string;
  readonly names: readonly string[];
  /** Names that are common words too: they count only with a capital, in a statement of rights or under a label. */
  readonly everyday: readonly string[];
  readonly seen: Evidence;
}

export interface IssueCodeRow {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly hint: string;
  readonly evidence: string;
}

/** Everything the middle knows of the field, typed, checked and frozen. */
export interface Vocabulary {
  /** sha256 of all files by name, hex: derivations store it. */
  readonly hash: string;
  readonly labels: readonly LabelRow[];
  readonly ratings: readonly RatingScale[];
  readonly relationships: RelationshipMarks;
  readonly boilerplate: readonly BoilerplateRow[];
  readonly permission: readonly PermissionRow[];
  readonly warningForms: readonly WarningFormRow[];
  readonly fandoms: readonly FandomRow[];
  readonly issueCodes: readonly IssueCodeRow[];
}
