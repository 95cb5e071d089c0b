import type { Permission, Stance } from "./understanding.ts";
import type { Step } from "./reader.ts";
import type { ByteRange } from "./range.ts";

/**
 * Where a story was first seen. A work's short id is a hash of its anchor, so every rebuild anywhere gives the same id.
 */
export interface Anchor {
  /** sha256 of the original, hex. */
  readonly original: string;
  readonly steps: readonly Step[];
  readonly bytes: ByteRange;
}

/** What `reconcile` needs to know of a witness to bring works together; small on purpose. */
export interface StoryFacts {
  readonly id: string;
  /** The id a work has whose first witness this is: a hash of the anchor. */
  readonly anchorId: string;
  /** Accession, path, steps, place: witnesses are put in this order, never in the order of arrival. */
  readonly orderKey: string;
  /** Source, title and author folded into one key that parts of one work share; empty when it is no part. */
  readonly partKey: string;
  /** Folded title without its part marker; empty when none. */
  readonly titleKey: string;
  /** As written, such as `2`, `1a` or `II`; `null` when none. */
  readonly part: string | null;
  readonly partsTotal: string | null;
  /** sha256 of the normalised body, hex: equal means the same text. */
  readonly bodyDigest: string;
  readonly words: number;
}

/**
 * A witness's role in a work: `shown` is read, `copy` has the same text, `version` claims the same part with other words.
 */
export type Role = "shown" | "copy" | "version";

export interface WorkMember {
  readonly story: string;
  /** Place in the reading order, from 1; copies and versions share the place of what they stand beside. */
  readonly place: number;
  readonly part: string | null;
  readonly role: Role;
}

/** One work as `reconcile` puts it together. */
export interface WorkGroup {
  /** Anchor id of the first witness. */
  readonly id: string;
  readonly members: readonly WorkMember[];
  /** Whole numbers below the highest part or total that nobody found. */
  readonly missingParts: readonly number[];
  readonly partsTotal: number | null;
}

/** Why a work is not public even when its rescue is open. */
export const HOLDS = ["refused", "ask-first", "no-archive", "private", "minor", "unvalidated"] as const;

export type Hold = (typeof HOLDS)[number];

/** Rights as the strictest of all witnesses has them. */
export interface Rights {
  readonly permission: Permission;
  readonly stance: Stance;
  readonly hold: Hold | null;
}

/** One work as lists, pages and dumps show it. `null` and empty mean *not stated*, never guessed. */
export interface WorkRecord {
  readonly id: string;
  readonly title: string | null;
  readonly titleSort: string;
  readonly creators: readonly string[];
  readonly creatorSort: string;
  readonly fandoms: readonly string[];
  readonly pairings: readonly string[];
  readonly rating: string | null;
  readonly summary: string | null;
  /** In the author's words. */
  readonly warnings: readonly string[];
  readonly stance: Stance;
  readonly permission: Permission;
  readonly hold: Hold | null;
  readonly language: string | null;
  readonly words: number;
  readonly parts: number;
  readonly partsTotal: number | null;
  readonly missingParts: readonly number[];
  readonly dateText: string | null;
  /** `2001`, `2001-03` or `2001-03-12`; `null` when not stated or not certain. */
  readonly dateSort: string | null;
}
