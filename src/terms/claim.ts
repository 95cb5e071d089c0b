import type { FieldId } from "./field.ts";
import type { TextRange } from "./range.ts";

/** How closely a range names the words of a claim: to the character, to an element, or only to the whole text. */
export type Precision = "exact" | "element" | "whole";

/**
 * What somebody asserts about a story: never a fact.
 *
 * `asWritten` is the text of `range`, white space joined. `value` is its normal form where one is known
 * (a rating's id, a pairing's canonical order), else the same words.
 */
export interface Claim {
  readonly field: FieldId;
  readonly value: string;
  readonly asWritten: string;
  /** Into the reading's text layer; `null` only when the format has no offsets at all. */
  readonly range: TextRange | null;
  readonly precision: Precision;
  /** Permanent id of the rule that read it, such as `label-line` or `byline`. */
  readonly rule: string;
  /** From 0 to 1: how often a claim made by this rule, in this situation, is right. */
  readonly sureness: number;
  /** The label as typed, where there was one. */
  readonly label?: string;
  /** Kept beside the value: `implied`, `pre`, `past`, `chapter 3` ... */
  readonly qualifiers?: readonly string[];
}
