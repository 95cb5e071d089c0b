/** One change of a text: what stands in a stretch gives way to other words. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Code of the issue that tells of it. */
  readonly code: string;
  /** The evidence, as a plain sentence. */
  readonly detail: string;
}
