import { existsSync } from "node:fs";
import { getMeta, openCatalogue, storePathsOf } from "../../store/index.ts";
import { CatalogueError } from "../../terms/index.ts";
import type { Vocabulary } from "../../vocabulary/index.ts";
import { VERSION } from "../version.ts";
import type { WritingArchive } from "./open-writing.ts";

/** What everything in a catalogue was derived with: other vocabularies or another version may say something else. */
export function derivationKey(archive: Pick<WritingArchive, "vocabulary">): string {
  return `${VERSION}-${archive.vocabulary.hash}`;
}

/**
 * Whether a catalogue was made by another version or with other vocabularies: then it is rebuilt before anything is added.
 *
 * @throws CatalogueError when it cannot even be opened.
 */
export async function isOutdated(dir: string, vocabulary: Vocabulary): Promise<boolean> {
  const paths = storePathsOf(dir);
  if (!existsSync(paths.catalogue)) return false;
  const catalogue = await openCatalogue(paths);
  try {
    const { vocabularyHash } = await getMeta(catalogue.db);
    return vocabularyHash !== "" && vocabularyHash !== derivationKey({ vocabulary });
  } finally {
    await catalogue.close();
  }
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
