/**
 * A half-open stretch of a text: UTF-16 offsets, start inclusive, end exclusive.
 *
 * The text it points into is always a named layer of a reading (see `reading.ts`), never a loose string.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A half-open stretch of bytes in a stream. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}
