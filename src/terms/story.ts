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
  /** Accession and path, so that the order of witnesses never depends on the order of arrival in one run. */
  readonly order: string;
  readonly source: string;
  /** Folded title without its part marker; empty when none. */
  readonly titleKey: string;
  readonly authorKey: string;
  /** Normal form such as `2` or `1a`; `null` when none. */
  readonly part: string | null;
  readonly partsTotal: number | null;
  /** sha256 of the normalised body, hex: equal means the same text. */
  readonly bodyDigest: string;
  readonly words: number;
}

/** A witness's role in a work. */
export interface WorkMember {
  readonly story: string;
  /** Place in the reading order, from 1; copies share the place of what they copy. */
  readonly place: number;
  readonly part: string | null;
  readonly role: "shown" | "copy";
}

/** One work as `reconcile` puts it together. */
export interface WorkGroup {
  /** Short id: of the anchor of the first witness. */
  readonly id: string;
  readonly members: readonly WorkMember[];
  /** Part numbers that the totals promise and nobody found. */
  readonly missingParts: readonly string[];
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
