import type { Issue } from "./issue.ts";
import type { Reading } from "./reading.ts";

/** The first bytes of a stream and its name: all that a recogniser may look at. */
export interface ByteSample {
  /** The name as received, last segment only; extensions lie. */
  readonly name: string;
  /** At most 64 KiB from the start. */
  readonly head: Uint8Array;
  readonly sizeBytes: number;
}

/** How sure a reader is that a stream is its format, from 0 to 1, and why. */
export interface Recognition {
  readonly score: number;
  readonly evidence: string;
}

/** Bytes to read, without saying where they live. */
export interface ByteSource {
  readonly name: string;
  readonly sizeBytes: number;
  /** The first `limitBytes` bytes (all when omitted). */
  bytes(limitBytes?: number): Promise<Uint8Array>;
  /** The same bytes as a stream, for formats that need not hold them all; `from` and `to` cut a range out (`to` exclusive). */
  stream(from?: number, to?: number): AsyncIterable<Uint8Array>;
}

/** The other files of the same pile, for formats that need a partner (a dump and its chapter folder). */
export interface Siblings {
  list(): Promise<readonly string[]>;
  open(path: string): Promise<ByteSource | undefined>;
}

/** What a reader may spend; over it is an issue, never an exception. */
export interface Budget {
  readonly maxTextBytes: number;
  readonly maxDepth: number;
  readonly maxEntries: number;
  readonly maxRatio: number;
  readonly maxMilliseconds: number;
}

/** One lossless step from a stream to the one inside it; a stream is a chain of them. */
export interface Step {
  readonly step: string;
  /** A range as `start-end`, a member's name, a row's key: whatever finds the bytes again. */
  readonly at: string;
  readonly sha256: string;
}

/** A stream found inside a container. */
export interface Entry {
  readonly type: "entry";
  readonly name: string;
  readonly step: Step;
  readonly source: ByteSource;
}

/** An issue as a reader yields it. */
export interface ReaderIssue {
  readonly type: "issue";
  readonly issue: Issue;
}

export interface FormatName {
  /** One word: `text`, `mbox`, `zip`. */
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** PRONOM id, where one exists. */
  readonly pronom?: string;
}

/** One format: one file in `read/`, two fixtures (one damaged), one line in `read/readers.ts`. */
export interface Reader {
  readonly format: FormatName;
  recognise(sample: ByteSample): Recognition;
  read(source: ByteSource, siblings: Siblings, budget: Budget): AsyncIterable<Entry | Reading | ReaderIssue>;
}
