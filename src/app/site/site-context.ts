import type { Originals } from "../../keep/index.ts";
import type { Catalogue } from "../../store/index.ts";
import { GoneError, NotFoundError } from "../../terms/index.ts";
import type { IssueCodeRow } from "../../vocabulary/index.ts";
import type { Config } from "../config.ts";
import type { AppContext } from "../context.ts";
import type { Viewer } from "../site-use-cases.ts";

/** What the site's use cases share. */
export interface SiteContext extends AppContext {
  readonly dir: string;
  readonly config: Config;
  readonly issueCodes: readonly IssueCodeRow[];
  readonly originals: Originals;
  /** The catalogue as it is now; another one after a rebuild. */
  readonly catalogue: () => Catalogue;
  /** Gives a value that is good for one generation of the catalogue, making it anew after a change. */
  readonly remember: <T>(key: string, make: () => Promise<T>) => Promise<T>;
}

/** Whom a list is for, as the store asks it. */
export function audienceOf(viewer: Viewer): { readonly visibleOnly: boolean } {
  return { visibleOnly: viewer.kind !== "keeper" };
}

/** @throws NotFoundError for anybody but the keeper: the same answer as for a page that never was. */
export function onlyKeeper(viewer: Viewer): void {
  if (viewer.kind !== "keeper") throw new NotFoundError("Nothing is here");
}

/** The one answer for what is not there and what is not for this viewer. */
export function nothingHere(): NotFoundError {
  return new NotFoundError("Nothing is here");
}

/** Withdrawn or erased: no title, no name, no reason. */
export function noLongerHere(): GoneError {
  return new GoneError("No longer here");
}
