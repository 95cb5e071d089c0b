import type { Originals } from "../keep/index.ts";
import { findOriginalById, type Catalogue, type StoredReading } from "../store/index.ts";
import { NotFoundError } from "../terms/index.ts";
import { maskText } from "../text/index.ts";
import type { Config } from "./config.ts";
import { fileSource } from "./derive/file-source.ts";
import { readStreams } from "./derive/read-streams.ts";
import { budgetOf } from "./write/open-writing.ts";

/** What reading a text needs of an archive. */
export interface TextSource {
  readonly config: Config;
  readonly originals: Originals;
  readonly catalogue: Catalogue;
}

/**
 * Gives the text of a reading with everything private masked, at equal length: the one door through which texts leave.
 *
 * @throws NotFoundError when its original is not there.
 */
export async function readMaskedText(source: TextSource, reading: StoredReading): Promise<string> {
  return maskReading(await readText(source, reading), reading);
}

/** Masks the text of a reading; its length, and so every range, stays as it is. */
export function maskReading(text: string, { privateSpans }: Pick<StoredReading, "privateSpans">): string {
  return maskText(
    text,
    privateSpans.map(({ kind, start, end }) => ({ kind, range: { start, end } })),
  );
}

/** The same with private details: for the keeper's own checks. Texts are disposable: an absent one is read again. */
export async function readText(
  { config, originals, catalogue }: TextSource,
  reading: StoredReading,
): Promise<string> {
  const kept = catalogue.texts.find(reading.id);
  if (kept !== undefined) return kept;
  const original = await findOriginalById(catalogue.db, reading.original);
  if (!original) throw new NotFoundError("Nothing is here");
  const file = originals.fileOf(original.object, original.contentPath);
  const steps = JSON.stringify(reading.steps);
  for await (const found of readStreams(
    fileSource(file, original.path, original.sizeBytes),
    budgetOf(config),
  )) {
    if (found.type === "leaf" && JSON.stringify(found.steps) === steps) return found.reading.layer.text;
  }
  throw new NotFoundError("Nothing is here");
}
