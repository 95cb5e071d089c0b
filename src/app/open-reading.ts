import { openOriginals, openSealed, type Originals, type Sealed } from "../keep/index.ts";
import { openCatalogue, storePathsOf, type Catalogue } from "../store/index.ts";
import type { IssueCodeRow } from "../vocabulary/index.ts";
import { readConfig, type Config } from "./config.ts";
import type { AppContext } from "./context.ts";
import { loadIssueCodes } from "./derive/load-vocabulary.ts";

/** An archive opened for looking: no lock, nothing can be changed through it. */
export interface ReadingArchive {
  readonly dir: string;
  readonly config: Config;
  readonly issueCodes: readonly IssueCodeRow[];
  readonly originals: Originals;
  readonly sealed: Sealed;
  readonly catalogue: Catalogue;
}

/** Opens an archive for one look and closes it whatever comes. @throws CatalogueError when it must be rebuilt first. */
export async function withReading<T>(
  dir: string,
  context: AppContext,
  look: (archive: ReadingArchive) => Promise<T>,
): Promise<T> {
  const config = await readConfig(dir, context.env);
  const catalogue = await openCatalogue(storePathsOf(dir));
  try {
    return await look({
      dir,
      config,
      issueCodes: await loadIssueCodes(dir),
      originals: await openOriginals(dir),
      sealed: await openSealed(dir),
      catalogue,
    });
  } finally {
    await catalogue.close();
  }
}
