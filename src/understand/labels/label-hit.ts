import type { TextRange } from "../../terms/index.ts";
import type { LabelRow } from "../../vocabulary/index.ts";

/**
 * How a label was known: `known` is in the vocabulary, `weak` is an everyday word there, `derived` has a known
 * label as its head word or one typing error, `bare` stands without a separator, `unknown` only looks like one.
 */
export type LabelStrength = "known" | "weak" | "derived" | "bare" | "unknown";

/** A label with the place of its value on the same line; wraps are added by the reader of the block. */
export interface LabelHit {
  readonly label: TextRange;
  readonly folded: string;
  readonly rows: readonly LabelRow[];
  readonly strength: LabelStrength;
  readonly value: TextRange;
}
