import type { ByteRange, TextRange } from "./range.ts";

/** How much an issue matters: `note` for the record, `question` for a person, `damage` when something could not be read. */
export type Severity = "note" | "question" | "damage";

/**
 * Trouble in the material, as a value. The run goes on.
 *
 * The code is permanent and has its severity, title and hint in `vocabularies/issue-codes.yaml`.
 */
export interface Issue {
  readonly code: string;
  /** One plain sentence about this very case; never holds a private address. */
  readonly detail: string;
  readonly range?: TextRange;
  readonly bytes?: ByteRange;
  /** What stood there before a repair, as hex of the bytes. */
  readonly before?: string;
}
