import { join } from "node:path";

/** Where the disposable part of an archive lies. */
export interface StorePaths {
  readonly catalogue: string;
  readonly search: string;
  readonly texts: string;
}

/**
 * Names the catalogue, search index and texts of an archive folder.
 *
 * @param suffix - Such as `.new`, for a set that is built beside the live one; see `swapIn`.
 */
export function storePathsOf(dir: string, suffix = ""): StorePaths {
  return {
    catalogue: join(dir, `catalogue.sqlite${suffix}`),
    search: join(dir, `search${suffix}`),
    texts: join(dir, `texts${suffix}`),
  };
}
