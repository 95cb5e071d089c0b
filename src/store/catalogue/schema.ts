/**
 * The tables of the catalogue, column by column as they are stored.
 *
 * Five kinds of column: text, integer, integer that may pass 2^31 (sizes), small blob, text with JSON. No floats:
 * sureness is in permille. Booleans are 0 or 1. What is compared or sorted is stored folded, never folded by the
 * database. Every row belongs to an original or a work and goes with it when that is erased.
 */
import type { GeneratedAlways } from "kysely";

/** Raised with every change of a table or of the meaning of a column; an older catalogue is rebuilt, never migrated. */
export const SCHEMA_VERSION = 1;

type Flag = 0 | 1;

/** `schema_version`, `vocabulary_hash`, `applied_seq`, `generation`, `next_number`. */
export interface MetaTable {
  key: string;
  value: string;
}

export interface AccessionTable {
  id: string;
  /** The number in the id, so that r10 comes after r9. */
  sequence: number;
  opened: Flag;
  ended: Flag;
  /** Where it came from, as a short key; empty when not told. */
  source: string;
  /** Id of the sealed record with the keeper's words. */
  sealed: string;
}

/** An OCFL object whose originals are all derived. */
export interface ObjectTable {
  id: string;
  accession: string;
  files: number;
}

export interface OriginalTable {
  id: string;
  accession: string;
  object: string;
  /** As received. */
  path: string;
  /** Inside the object. */
  content_path: string;
  sha256: string;
  size_bytes: number;
  state: string;
  /** Name of the format, also of one no reader takes. */
  kind: string;
}

export interface ReadingTable {
  id: string;
  original: string;
  /** JSON: `Step[]`. */
  steps: string;
  format: string;
  /** iconv-lite name. */
  charset: string;
  layer_digest: string;
  kind: string;
  /** JSON: `[kind, start, end, story][]`. */
  pieces: string;
  /** JSON: `[kind, start, end][]`: where private addresses stand, never what they are. */
  private_spans: string;
  private_count: number;
  unclaimed_chars: number;
}

export interface StoryTable {
  id: string;
  reading: string;
  /** The reading's original and its accession again: asked for too often to join each time. */
  original: string;
  accession: string;
  ordinal: number;
  /** The id a work has whose first witness this is. */
  anchor_id: string;
  order_key: string;
  extent_start: number;
  extent_end: number;
  body_start: number | null;
  body_end: number | null;
  title_key: string;
  /** Empty when it is no part of anything. */
  part_key: string;
  part: string | null;
  parts_total: string | null;
  body_digest: string;
  words: number;
  language: string | null;
  permission: string;
  stance: string;
  hold: string | null;
  /** Null until reconciled. */
  work: string | null;
  place: number | null;
  role: string | null;
}

export interface ClaimTable {
  story: string;
  ordinal: number;
  field: string;
  value: string;
  as_written: string;
  range_start: number | null;
  range_end: number | null;
  precision: string;
  rule: string;
  sureness_permille: number;
  label: string | null;
  /** JSON: `string[]`, or null when there are none. */
  qualifiers: string | null;
}

export interface IssueTable {
  original: string;
  ordinal: number;
  reading: string | null;
  /** Its severity, title and hint stand in the vocabulary. */
  code: string;
  detail: string;
  range_start: number | null;
  range_end: number | null;
  byte_start: number | null;
  byte_end: number | null;
  before: string | null;
}

export interface WorkTable {
  /** Internal: names the work in the search index; given in order of arrival, never again, never dumped. */
  number: number;
  id: string;
  title: string | null;
  title_sort: string;
  /** JSON: `string[]`. */
  creators: string;
  creator_sort: string;
  /** JSON: `string[]`. */
  fandoms: string;
  /** JSON: `string[]`. */
  pairings: string;
  rating: string | null;
  summary: string | null;
  /** JSON: `string[]`. */
  warnings: string;
  stance: string;
  permission: string;
  hold: string | null;
  language: string | null;
  words: number;
  parts: number;
  parts_total: number | null;
  /** JSON: `number[]`. */
  missing_parts: string;
  date_text: string | null;
  date_sort: string | null;
  /** Whether any witness lies in an opened accession. */
  opened: Flag;
  withdrawn: Flag;
  erased: Flag;
  /** Opened, not withdrawn, not erased, not held. */
  visible: GeneratedAlways<Flag>;
  /** Internal: whether the search index has it as it is now. */
  indexed: Flag;
}

/** Withdrawn and erased works by id: they outlive the work's row, for the answer "no longer here". */
export interface WorkMarkTable {
  work: string;
  withdrawn: Flag;
  erased: Flag;
}

/** Internal: numbers of works that are gone but still stand in the search index. */
export interface IndexRemovalTable {
  number: number;
}

/** Keyed digests of what was erased and must not come back. */
export interface KeptOutTable {
  digest: string;
}

export interface CatalogueTables {
  meta: MetaTable;
  accession: AccessionTable;
  object: ObjectTable;
  original: OriginalTable;
  reading: ReadingTable;
  story: StoryTable;
  claim: ClaimTable;
  issue: IssueTable;
  work: WorkTable;
  work_mark: WorkMarkTable;
  index_removal: IndexRemovalTable;
  kept_out: KeptOutTable;
}
