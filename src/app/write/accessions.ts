import { findObjectId, type JsonValue } from "../../keep/index.ts";
import type { WritingArchive } from "./open-writing.ts";

/** What the keeper told of a delivery: a sealed record, so that it can be forgotten. */
export interface AccessionNote {
  readonly name: string;
  /** The list or site it came from. */
  readonly source: string;
}

/** The sealed record's id follows from the accession's: a run that dies in between finds it again. */
const sealedIdOf = (accession: string): string => `accession-${accession}`;

/** Gives what the keeper told of an accession; its id alone once that was forgotten. */
export async function readAccessionNote(
  sealed: WritingArchive["sealed"],
  accession: string,
): Promise<AccessionNote> {
  const note = await sealed.unseal(sealedIdOf(accession));
  return isNote(note) ? { name: note.name, source: note.source } : { name: accession, source: "" };
}

/** An accession that is written to. */
export interface OpenAccession {
  readonly id: string;
  readonly note: AccessionNote;
  /** Sequence number of the next object. */
  nextObject: number;
  /** Whether the journal knows it: one without a single new file never gets that far. */
  begun: boolean;
}

/**
 * Takes up the unfinished accession of a source, or plans a new one.
 *
 * Accessions are counted, so an interrupted and an uninterrupted import give the same ids.
 */
export async function planAccession(archive: WritingArchive, note: AccessionNote): Promise<OpenAccession> {
  const all = await listAccessions(archive);
  for (const { id, ended } of all) {
    if (ended || (await readAccessionNote(archive.sealed, id)).source !== note.source) continue;
    const objects = (await archive.originals.listObjectIds()).flatMap((object) => findObjectId(object) ?? []);
    const last = Math.max(
      0,
      ...objects.flatMap((object) => (object.accession === id ? object.sequence : [])),
    );
    return { id, note, nextObject: last + 1, begun: true };
  }
  return { id: `r${all.length + 1}`, note, nextObject: 1, begun: false };
}

/** Seals what the keeper told and says in journal and catalogue that an accession has begun. */
export async function beginAccession(archive: WritingArchive, accession: OpenAccession): Promise<void> {
  if (accession.begun) return;
  const sealed = await archive.sealed.seal({ ...accession.note }, sealedIdOf(accession.id));
  const lines = await archive.journal.append([
    { type: "accession-begun", version: 1, accession: accession.id, sealed },
  ]);
  await archive.writer.applyEvents(lines);
  accession.begun = true;
}

/** Says in journal and catalogue that an accession is whole. */
export async function endAccession(archive: WritingArchive, accession: string): Promise<void> {
  const lines = await archive.journal.append([{ type: "accession-ended", version: 1, accession }]);
  await archive.writer.applyEvents(lines);
}

/** All accessions the journal knows, in order. */
export async function listAccessions(
  archive: Pick<WritingArchive, "journal">,
): Promise<readonly { readonly id: string; readonly ended: boolean }[]> {
  const found = new Map<string, boolean>();
  for await (const { event } of archive.journal.lines()) {
    if (event.type === "accession-begun") found.set(event.accession, false);
    if (event.type === "accession-ended") found.set(event.accession, true);
  }
  return [...found].map(([id, ended]) => ({ id, ended }));
}

function isNote(note: JsonValue | undefined): note is { name: string; source: string } {
  return typeof note === "object" && note !== null && "name" in note && "source" in note;
}
