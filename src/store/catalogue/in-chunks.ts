/** Keeps a list of parameters below what any database takes in one statement. */
const MOST = 500;

/** Gives the items in runs of at most 500, for `where x in (...)`; none when there are no items. */
export function* inChunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += MOST) yield items.slice(at, at + MOST);
}
