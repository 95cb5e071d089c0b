import { listAccessions } from "../../store/index.ts";
import { NotFoundError, UsageError, type JournalEvent } from "../../terms/index.ts";
import type { AppContext } from "../context.ts";
import { readChecklist } from "../checklist.ts";
import { readAccessionNote } from "./accessions.ts";
import { openWriting, type WritingArchive } from "./open-writing.ts";

/** A rescue to open, with the stamp of the checklist its keeper saw. */
export interface RescueToOpen {
  readonly rescue: string;
  readonly stamp: string;
}

/**
 * Lets the public into rescues: all that is not held becomes visible.
 *
 * @throws UsageError when the checklist is not the one that was seen: nobody opens what they did not see counted.
 */
export async function openRescues(
  dir: string,
  context: AppContext,
  rescues: readonly RescueToOpen[],
): Promise<void> {
  await withArchive(dir, context, "fanlight open", async (archive) => {
    for (const { rescue, stamp } of rescues) {
      const { name } = await readAccessionNote(archive.sealed, rescue);
      const checklist = await readChecklist(
        archive.catalogue.db,
        rescue,
        name,
        archive.vocabulary.issueCodes,
      );
      if (checklist.stamp !== stamp) {
        throw new UsageError(`Look at the checklist of "${rescue}" again: it has changed since you saw it`);
      }
    }
    await appendEvents(
      archive,
      rescues.map(({ rescue }) => ({ type: "opened", version: 1, accession: rescue })),
    );
  });
}

/**
 * Takes rescues from public view; without an id all that are open.
 *
 * @returns The ids of those that were open and are closed now.
 */
export async function closeRescues(
  dir: string,
  context: AppContext & { readonly rescue?: string },
): Promise<readonly string[]> {
  return await withArchive(dir, context, "fanlight close", async (archive) => {
    const all = await listAccessions(archive.catalogue.db);
    const wanted = all.filter(({ id }) => context.rescue === undefined || id === context.rescue);
    if (context.rescue !== undefined && wanted.length === 0)
      throw new NotFoundError(`Name a rescue that is there: "${context.rescue}" is not`);
    const open = wanted.filter(({ opened }) => opened).map(({ id }) => id);
    await appendEvents(
      archive,
      open.map((accession) => ({ type: "closed", version: 1, accession })),
    );
    return open;
  });
}

/** Journal first, then the catalogue. */
export async function appendEvents(archive: WritingArchive, events: readonly JournalEvent[]): Promise<void> {
  if (events.length > 0) await archive.writer.applyEvents(await archive.journal.append(events));
}

/** Opens an archive for one change and closes it whatever comes. */
export async function withArchive<T>(
  dir: string,
  context: AppContext,
  command: string,
  change: (archive: WritingArchive) => Promise<T>,
): Promise<T> {
  const archive = await openWriting(dir, context, command);
  try {
    return await change(archive);
  } finally {
    await archive.close();
  }
}
