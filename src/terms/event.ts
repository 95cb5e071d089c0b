/**
 * What the journal holds: ids, never names or words. Names and words are sealed records, one key each.
 *
 * Every event carries its version, so that a later reader knows how to understand it.
 */
export type JournalEvent =
  | { readonly type: "archive-made"; readonly version: 1 }
  | {
      readonly type: "accession-begun";
      readonly version: 1;
      /** `r1`, `r2` ...: counted, so that a resumed import has the same name. */
      readonly accession: string;
      /** Sealed record: where it came from and what the keeper calls it. */
      readonly sealed: string;
    }
  | { readonly type: "accession-ended"; readonly version: 1; readonly accession: string }
  | { readonly type: "opened"; readonly version: 1; readonly accession: string }
  | { readonly type: "closed"; readonly version: 1; readonly accession: string }
  | { readonly type: "work-withdrawn"; readonly version: 1; readonly work: string }
  | {
      readonly type: "work-erased";
      readonly version: 1;
      readonly work: string;
      /** Keyed digests of the originals and story texts: they keep the same file out, and tell nothing else. */
      readonly keptOut: readonly string[];
      /** Objects of originals that were replaced by a redacted successor. */
      readonly replaced: readonly { readonly from: string; readonly to: string }[];
    };

/** An event as it stands in the journal. */
export interface JournalLine {
  /** From 1, without gaps. */
  readonly seq: number;
  /** Instant, ISO 8601 UTC with milliseconds; left out of dumps. */
  readonly at: string;
  /** sha256 of the line before, hex; of nothing for the first. */
  readonly previous: string;
  readonly event: JournalEvent;
}
