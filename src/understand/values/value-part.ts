import type { FieldId } from "../../terms/index.ts";

/** One value found inside the words after a label: where it stands, and its normal form where known. */
export interface ValuePart {
  readonly start: number;
  readonly end: number;
  /** The normal form; the words themselves when left out. */
  readonly value?: string;
  readonly qualifiers?: readonly string[];
  /** Another field than the label's: a reason inside a rating, an address beside a name. */
  readonly field?: FieldId;
}
