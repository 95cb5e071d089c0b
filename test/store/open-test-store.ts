import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JournalEvent, JournalLine } from "../../src/terms/index.ts";
import type { CatalogueWriter } from "../../src/store/catalogue/catalogue-writer.ts";
import { inventBatch, inventWork } from "./invent-derived.ts";
import { openCatalogue, type Catalogue } from "../../src/store/catalogue/open-catalogue.ts";
import { openCatalogueWriter } from "../../src/store/catalogue/open-catalogue-writer.ts";
import { storePathsOf, type StorePaths } from "../../src/store/catalogue/store-paths.ts";

/** A store in a folder of its own, for a test. */
export interface TestStore {
  readonly dir: string;
  readonly paths: StorePaths;
  readonly writer: CatalogueWriter;
  readonly catalogue: Catalogue;
  close(): Promise<void>;
}

/** Opens writer and reader on an empty store that `close` deletes. */
export async function openTestStore(): Promise<TestStore> {
  const dir = mkdtempSync(join(tmpdir(), "fanlight-store-"));
  const paths = storePathsOf(dir);
  const writer = await openCatalogueWriter(paths);
  const catalogue = await openCatalogue(paths);
  const close = async (): Promise<void> => {
    await catalogue.close();
    await writer.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, paths, writer, catalogue, close };
}

/** Journal lines from events, numbered from a first. */
export function linesOf(first: number, ...events: readonly JournalEvent[]): readonly JournalLine[] {
  return events.map((event, i) => ({ seq: first + i, at: "2026-01-01T00:00:00.000Z", previous: "", event }));
}

/** Fills a store with invented stories from 0, each a work of its own. */
export async function fillStore(writer: CatalogueWriter, count: number): Promise<void> {
  await writer.applyEvents(
    linesOf(1, { type: "accession-begun", version: 1, accession: "r1", sealed: "q1" }),
  );
  const batch = inventBatch(0, count);
  await writer.writeDerived(batch);
  const works = Array.from({ length: count }, (_, n) => inventWork(n));
  await writer.writeWorks({
    works,
    members: works.map((work) => ({
      story: work.id.replace("w", "s"),
      work: work.id,
      place: 1,
      role: "shown",
    })),
  });
}
