import {
  openJournal,
  openOriginals,
  openSealed,
  takeLock,
  type Journal,
  type Originals,
  type Sealed,
} from "../../keep/index.ts";
import {
  finishSwap,
  openCatalogue,
  removeStore,
  startCatalogueWriter,
  storePathsOf,
  type Catalogue,
  type CatalogueWriter,
} from "../../store/index.ts";
import type { Budget, Issue } from "../../terms/index.ts";
import type { Vocabulary } from "../../vocabulary/index.ts";
import { readConfig, type Config } from "../config.ts";
import type { AppContext } from "../context.ts";
import { openDerivePool, type DerivePool } from "../derive/derive-pool.ts";
import { loadVocabulary } from "../derive/load-vocabulary.ts";

/** An archive held for writing: one process at a time, by its lock. */
export interface WritingArchive {
  readonly dir: string;
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  readonly originals: Originals;
  readonly journal: Journal;
  readonly sealed: Sealed;
  readonly writer: CatalogueWriter;
  readonly catalogue: Catalogue;
  /** Trouble found while opening, such as a torn tail of the journal. */
  readonly issues: readonly Issue[];
  /** Started at the first use. */
  pool(): DerivePool;
  /** Closes everything but the lock: before a rebuilt catalogue is swapped in. */
  closeStore(): Promise<void>;
  close(): Promise<void>;
}

/** How the budgets of readers follow from the settings. */
export function budgetOf({ limits }: Config): Budget {
  return {
    maxTextBytes: limits.text_megabytes * 1_048_576,
    maxDepth: limits.container_depth,
    maxEntries: limits.container_entries,
    maxRatio: limits.container_ratio,
    maxMilliseconds: limits.container_seconds * 1000,
  };
}

/**
 * Takes the archive's lock, clears up after a killed run and brings the catalogue up to the journal.
 *
 * @param command - In the words of the person who started it; a second writer is told them.
 * @param suffix - `.new` to write a catalogue beside the live one.
 * @throws LockedError, StorageError, CatalogueError.
 */
export async function openWriting(
  dir: string,
  context: AppContext,
  command: string,
  suffix = "",
): Promise<WritingArchive> {
  const config = await readConfig(dir, context.env);
  const vocabulary = await loadVocabulary(dir);
  const lock = await takeLock(dir, { command, now: context.now() });
  const closers: (() => Promise<unknown>)[] = [];
  const closeStore = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  const close = async (): Promise<void> => {
    await closeStore().finally(() => lock.release());
  };
  try {
    const originals = await openOriginals(dir);
    const sealed = await openSealed(dir);
    const journal = await openJournal(dir, context.now);
    closers.push(() => journal.close());
    await originals.recover(await listReplacements(journal));
    const paths = storePathsOf(dir, suffix);
    if (suffix !== "") {
      // What a killed rebuild left: a swap it had begun is ended, a catalogue it had not finished goes.
      finishSwap(dir);
      removeStore(paths);
    }
    const writer = await startCatalogueWriter(paths);
    closers.push(() => writer.close());
    const catalogue = await openCatalogue(paths);
    closers.push(() => catalogue.close());
    let pool: DerivePool | undefined;
    closers.push(async () => pool?.close());
    const archive: WritingArchive = {
      dir,
      config,
      vocabulary,
      originals,
      journal,
      sealed,
      writer,
      catalogue,
      issues: journal.issues,
      pool: () =>
        (pool ??= openDerivePool(
          { vocabulary, textsDir: paths.texts, budget: budgetOf(config) },
          config.workers,
        )),
      closeStore,
      close,
    };
    await applyJournal(archive);
    return archive;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Brings the catalogue up to the journal; lines applied before are skipped. */
export async function applyJournal({
  journal,
  writer,
}: Pick<WritingArchive, "journal" | "writer">): Promise<void> {
  const lines = await Array.fromAsync(journal.lines());
  await writer.applyEvents(lines);
}

async function listReplacements(journal: Journal): Promise<{ from: string; to: string }[]> {
  const replaced: { from: string; to: string }[] = [];
  for await (const { event } of journal.lines())
    if (event.type === "work-erased") replaced.push(...event.replaced);
  return replaced;
}
