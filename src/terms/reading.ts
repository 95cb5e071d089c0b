import type { Claim } from "./claim.ts";
import type { Issue } from "./issue.ts";

/**
 * One run of the piecewise map from a text layer down to the bytes of its stream.
 *
 * `unit` says how offsets inside the run translate: `single` one byte a UTF-16 unit, `utf-8` and `utf-16` by
 * counting, `whole` not at all (a repair, or a charset without a cheap count): any offset inside means the whole run.
 */
export interface MapRun {
  readonly textStart: number;
  readonly textEnd: number;
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly unit: "single" | "utf-8" | "utf-16" | "whole";
}

/** Runs in order, without gaps in the text; bytes may have gaps (a byte order mark, a dropped control character). */
export type LayerMap = readonly MapRun[];

/** How the charset was settled. */
export interface CharsetEvidence {
  /** iconv-lite name, such as `utf-8`, `windows-1252`, `koi8-r`. */
  readonly charset: string;
  readonly because: "bom" | "ascii" | "utf-8-valid" | "declared" | "detected" | "fallback" | "directive";
  /** From 0 to 1. */
  readonly sureness: number;
  /** Whether encoding the text again gives the same bytes. */
  readonly roundTrip: boolean;
}

/** The text a reader hands on: decoded, repaired, and mapped down to bytes. Line ends as received. */
export interface TextLayer {
  readonly text: string;
  /** sha256 of the text as UTF-8, hex: claims name the layer by it. */
  readonly digest: string;
  readonly map: LayerMap;
  readonly charset: CharsetEvidence;
}

/** A leaf format, read. The story's blocks and headers are not made here: that is `understand`'s work. */
export interface Reading {
  readonly type: "reading";
  readonly format: string;
  readonly layer: TextLayer;
  /** What the format itself declares (mail headers, EPUB metadata); empty for plain text. */
  readonly declared: readonly Claim[];
  readonly issues: readonly Issue[];
}
