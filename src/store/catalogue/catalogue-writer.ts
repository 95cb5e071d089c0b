import type { JournalLine } from "../../terms/index.ts";
import type { SearchDoc } from "../search/search-index.ts";
import type { DerivedBatch, WorkBatch, WorkChanges } from "./records.ts";

/**
 * The one writer of an archive's catalogue and search index.
 *
 * Each call is one transaction, run in the order of the calls; wait for it before you make the next batch, so that memory stays flat.
 */
export interface CatalogueWriter {
  /** Writes originals with all that was derived from them; each replaces what the same original had before. */
  writeDerived(batch: DerivedBatch): Promise<void>;
  /** Writes works and puts stories into them; a work that loses its last story goes. */
  writeWorks(batch: WorkBatch): Promise<WorkChanges>;
  /** Applies journal lines and remembers the last one's number with them; lines applied before are skipped. */
  applyEvents(lines: readonly JournalLine[]): Promise<void>;
  /** Deletes originals with everything derived from them; gives the works that are gone with them. */
  deleteOriginals(ids: readonly string[]): Promise<readonly string[]>;
  /** The same for all originals of OCFL objects, and for the objects. */
  deleteObjects(ids: readonly string[]): Promise<readonly string[]>;
  setVocabularyHash(hash: string): Promise<void>;
  /** Puts works into the search index and notes that they are in; see `listUnindexedWorks`. */
  indexWorks(docs: readonly SearchDoc[]): Promise<void>;
  /** Takes out of the search index the works that are gone from the catalogue. */
  unindexRemovedWorks(): Promise<void>;
  /**
   * Makes sure that nothing deleted is left in the bytes of catalogue or index. Takes seconds in a large archive.
   *
   * @throws LockedError when a reader keeps a file in use; run it again.
   */
  optimise(): Promise<void>;
  close(): Promise<void>;
}

/** The names of the methods, for passing calls on to a worker. */
export const WRITER_METHODS = [
  "writeDerived",
  "writeWorks",
  "applyEvents",
  "deleteOriginals",
  "deleteObjects",
  "setVocabularyHash",
  "indexWorks",
  "unindexRemovedWorks",
  "optimise",
  "close",
] as const satisfies readonly (keyof CatalogueWriter)[];
