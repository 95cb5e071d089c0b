/** A work as the index takes it. Every text is masked already: a search must not confirm what is hidden. */
export interface SearchDoc {
  /** The work's number in the catalogue. */
  readonly number: number;
  readonly title: string;
  /** Creators, characters, pairings, fandoms. */
  readonly people: string;
  readonly summary: string;
  /** The story text of all parts. */
  readonly body: string;
}

/** What to look for: all words and phrases, none of `not`. Plain text: nothing in it is syntax. */
export interface SearchQuery {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly not: readonly string[];
}

export interface SearchHit {
  readonly number: number;
  /** `head` when title, people and summary alone have it all, else `body`. */
  readonly where: "head" | "body";
}

export interface SearchResult {
  /** Heads first, then bodies; the best first where ranked, else the newest first. */
  readonly hits: readonly SearchHit[];
  /** Works found that pass the filter; a lower bound when `cut`. */
  readonly total: number;
  /** Whether there were more than could be looked at: then the newest were, unranked. */
  readonly cut: boolean;
}

export interface SearchOptions {
  readonly limit: number;
  /** Hits to leave out first; default 0. */
  readonly offset?: number;
  /** Which works this viewer may see: applied before anything is counted. Default all. */
  readonly filter?: (number: number) => boolean;
}

/** Finds works by words. */
export interface SearchReader {
  query(query: SearchQuery, options: SearchOptions): Promise<SearchResult>;
  close(): Promise<void>;
}

/** Changes the index. A document with a number that is known replaces the old one. */
export interface SearchWriter {
  /** Durable when it returns. */
  put(docs: readonly SearchDoc[]): Promise<void>;
  remove(numbers: readonly number[]): Promise<void>;
  /** Rewrites what held removed documents, so that none of their words is left in the bytes. */
  seal(): Promise<void>;
  close(): Promise<void>;
}
