/** A charset that fits, and how well compared with the next best. */
export interface CharsetGuess {
  readonly charset: string;
  /** From 0 to 1. */
  readonly sureness: number;
}
