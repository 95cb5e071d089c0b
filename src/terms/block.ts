import type { TextRange } from "./range.ts";

/**
 * A stretch of a block: words, or words with a mark. Ranges cover what is shown; the mark's signs lie outside.
 *
 * White space inside a range is shown as one space (as it is in `preformatted`); what lies between two ranges is not
 * shown, so that lines can join without a space.
 */
export interface Inline {
  readonly kind: "text" | "emphasis" | "strong" | "underline" | "line-break";
  readonly range: TextRange;
}

/**
 * A block of a story: an ordered reading of the text, never a changed letter.
 *
 * `inlines` are in order; what lies between them is white space or the signs of a mark (`*x*`).
 */
export interface Block {
  readonly kind:
    | "paragraph"
    | "heading"
    | "scene-break"
    | "verse"
    | "preformatted"
    | "quote"
    | "letter-line" // a salutation, a closing, a dateline: one line that stays one line
    | "footnote";
  readonly range: TextRange;
  readonly inlines: readonly Inline[];
  /** Heading level from 2, as the title of the work is 1. */
  readonly level?: number;
  /** How deep a quote is quoted, from 1. */
  readonly depth?: number;
  /** Set when the block runs from right to left. */
  readonly direction?: "rtl";
}
