import { getMeta } from "../../store/index.ts";
import { CatalogueError } from "../../terms/index.ts";
import { VERSION } from "../version.ts";
import type { WritingArchive } from "./open-writing.ts";

/** What everything in a catalogue was derived with: other vocabularies or another version may say something else. */
export function derivationKey(archive: Pick<WritingArchive, "vocabulary">): string {
  return `${VERSION}-${archive.vocabulary.hash}`;
}

/**
 * Makes sure that new stories are derived as the old ones were, so that a rebuild gives the same catalogue.
 *
 * @throws CatalogueError when the catalogue was made by another version or with other vocabularies.
 */
export async function ensureCurrent(archive: WritingArchive): Promise<void> {
  const key = derivationKey(archive);
  const { vocabularyHash } = await getMeta(archive.catalogue.db);
  if (vocabularyHash === "") await archive.writer.setVocabularyHash(key);
  else if (vocabularyHash !== key) {
    throw new CatalogueError(
      'Cannot add to this catalogue, it was made by another version or with other vocabularies: run "fanlight rebuild", it takes as long as the import did',
    );
  }
}
