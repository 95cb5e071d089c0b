import { dirname } from "node:path";
import type { SearchWriter } from "../search/search-index.ts";
import { openFtsWriter } from "../search/open-fts-writer.ts";
import type { CatalogueWriter } from "./catalogue-writer.ts";
import { openWriterDb } from "./open-writer-db.ts";
import type { StorePaths } from "./store-paths.ts";
import { finishSwap } from "./swap-in.ts";
import { applyEvents } from "./write/apply-events.ts";
import { deleteObjects } from "./write/delete-objects.ts";
import { deleteOriginals } from "./write/delete-originals.ts";
import { markIndexed } from "./write/mark-indexed.ts";
import { noticeLostIndex } from "./write/notice-lost-index.ts";
import { removeEmptyWorks } from "./write/remove-empty-works.ts";
import { sealDatabase } from "../sqlite/seal-database.ts";
import { takeIndexRemovals } from "./write/take-index-removals.ts";
import { writeBatch } from "./write/write-batch.ts";
import { writeDerived } from "./write/write-derived.ts";
import { writeWorks } from "./write/write-works.ts";

/** How the writer uses the machine. */
export interface CatalogueWriterOptions {
  /** Page cache of the catalogue; default 64. */
  readonly cacheMiB?: number;
}

/**
 * Opens the writer in this thread: it blocks while it writes, so use `startCatalogueWriter` where something else goes on.
 *
 * @throws CatalogueError when the catalogue is damaged or from another version.
 */
export async function openCatalogueWriter(
  paths: StorePaths,
  options: CatalogueWriterOptions = {},
): Promise<CatalogueWriter> {
  finishSwap(dirname(paths.catalogue));
  const { db, connection } = await openWriterDb(paths.catalogue, options.cacheMiB ?? 64);
  let search: SearchWriter;
  try {
    await noticeLostIndex(db, paths.search);
    search = openFtsWriter(paths.search);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    writeDerived: (batch) => writeBatch(db, (trx) => writeDerived(trx, batch)),
    writeWorks: (batch) => writeBatch(db, (trx) => writeWorks(trx, batch)),
    applyEvents: (lines) => writeBatch(db, (trx) => applyEvents(trx, lines)),
    deleteOriginals: (ids) =>
      writeBatch(db, async (trx) => removeEmptyWorks(trx, await deleteOriginals(trx, ids))),
    deleteObjects: (ids) =>
      writeBatch(db, async (trx) => removeEmptyWorks(trx, await deleteObjects(trx, ids))),
    setVocabularyHash: (hash) =>
      writeBatch(db, async (trx) => {
        await trx.updateTable("meta").set({ value: hash }).where("key", "=", "vocabulary_hash").execute();
      }),
    // the index is durable before the catalogue says so: after a power cut a work may be indexed twice, never not at all
    async indexWorks(docs) {
      await search.put(docs);
      await writeBatch(db, (trx) =>
        markIndexed(
          trx,
          docs.map((doc) => doc.number),
        ),
      );
    },
    unindexRemovedWorks: () => writeBatch(db, (trx) => takeIndexRemovals(trx, search)),
    async optimise() {
      await writeBatch(db, (trx) => takeIndexRemovals(trx, search));
      await search.seal();
      sealDatabase(connection, paths.catalogue);
    },
    async close() {
      await search.close();
      await db.destroy();
    },
  };
}
