import type { Links } from "./links.ts";

/**
 * Gives an interface string in the reader's language, with its places filled.
 *
 * Numbers are grouped as the language does it; `count` also chooses the plural form.
 */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export const THEMES = ["auto", "day", "sepia", "dusk", "night"] as const;

export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = ["small", "normal", "large", "largest"] as const;

export type TextSize = (typeof TEXT_SIZES)[number];

/** What every page needs besides its own contents. */
export interface Frame {
  readonly say: Say;
  readonly links: Links;
  /** BCP 47 of the interface. */
  readonly language: string;
  /** Empty when it must not be told: the archive is closed to this viewer. */
  readonly archiveName: string;
  readonly theme: Theme;
  readonly textSize: TextSize;
  /** Path and query of this page, to come back to after a choice. */
  readonly here: string;
  /** Whether the keeper looks; adds the way to the keeper's page. */
  readonly isKeeper: boolean;
  /** Goes into every form of the keeper's pages; empty for visitors. */
  readonly formKey: string;
}
