/** One line with visible characters; blank lines are only counted. Offsets are UTF-16 units into the text. */
export interface Line {
  /** Where the line begins, white space included. */
  readonly lead: number;
  /** First visible character, quote signs not counted. */
  readonly start: number;
  /** Just after the last visible character. */
  readonly end: number;
  /** Columns of white space before `start`; a tab goes to the next multiple of 8. */
  readonly indent: number;
  /** Blank lines since the line before. */
  readonly gap: number;
  /** Whether a form feed stands since the line before. */
  readonly page: boolean;
  /** How many `>` stand before it. */
  readonly depth: number;
}
