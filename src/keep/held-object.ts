import type { Issue } from "../terms/index.ts";

/** One original as an object holds it. */
export interface HeldFile {
  /** As received, with `/` between segments; always printable and valid Unicode. */
  readonly path: string;
  /** The path's bytes as hex, only where `path` had to stand in for a name that is not printable UTF-8. */
  readonly rawPathHex?: string;
  /** Where the bytes lie, from the object's root: `v1/content/original/...`. Equal files share one. */
  readonly contentPath: string;
  readonly sha256: string;
  readonly sha512: string;
  readonly sizeBytes: number;
}

/** One object of an accession: at most 1,000 originals, in the order of their paths. */
export interface HeldObject {
  /** `urn:fanlight:r1:0001`, or `urn:fanlight:r1:0001~2` once redacted. */
  readonly id: string;
  readonly accession: string;
  /** From 1. */
  readonly sequence: number;
  /** 1 as taken in; one more with each redaction. */
  readonly generation: number;
  /** Instant handed in when the object was committed. */
  readonly takenAt: string;
  readonly files: readonly HeldFile[];
}

/** Where the bytes of a new original come from: a file on this machine, or a stream that can be opened again. */
export type FileSource = string | Buffer | (() => AsyncIterable<Uint8Array>);

/** A file to take into an object. */
export interface FileToHold {
  /** Logical path, `/` between segments. */
  readonly path: string;
  readonly rawPathHex?: string;
  readonly source: FileSource;
  /** Asked once the digest is known, before anything is kept: true leaves the file out. */
  readonly leaveOut?: (sha256: string, sizeBytes: number) => boolean;
}

/** What became of a file handed to `ObjectStaging.add()`. */
export type Added =
  | {
      readonly type: "held";
      readonly file: HeldFile;
      /** The bytes themselves when the file is small, so that nobody has to read them again. */
      readonly bytes?: Uint8Array;
    }
  | { readonly type: "left-out"; readonly sha256: string; readonly sizeBytes: number }
  | { readonly type: "issue"; readonly issue: Issue };

/** More would make an object slow to erase from and to check. */
export const MAX_FILES_PER_OBJECT = 1000;
