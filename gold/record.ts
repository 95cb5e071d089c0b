/** One labelled or predicted story; keys as the labels have them. */
export interface GoldRecord {
  readonly file: string;
  readonly story_index?: number;
  readonly alts?: Readonly<Record<string, readonly unknown[]>>;
  readonly alt_first?: readonly string[];
  readonly alt_last?: readonly string[];
  readonly body_first_words?: string | null;
  readonly body_last_words?: string | null;
  readonly style?: string;
  readonly source?: string;
  readonly format?: string;
  readonly partial?: boolean;
  readonly [field: string]: unknown;
}

/** Fields that are scored, in the order of the table. */
export const SCORED = [
  "title",
  "authors",
  "email",
  "fandoms",
  "pairings",
  "characters",
  "rating",
  "summary",
  "warnings",
  "disclaimer",
  "spoilers",
  "archive_permission",
  "feedback",
  "dedication",
  "series",
  "part",
  "parts_total",
  "date",
  "notes",
  "end_marker",
] as const;

export const LISTS: ReadonlySet<string> = new Set([
  "authors",
  "fandoms",
  "pairings",
  "characters",
  "warnings",
]);
export const FLAGS: ReadonlySet<string> = new Set(["disclaimer", "notes"]);
