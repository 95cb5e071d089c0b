/** A page ready to send. */
export interface CachedPage {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** Pages of one generation of the catalogue, the least used dropped first. */
export interface PageCache {
  find(generation: string, key: string): CachedPage | undefined;
  put(generation: string, key: string, page: CachedPage): void;
  readonly sizeBytes: number;
}

/**
 * Makes a cache that never holds more than `limitBytes`, keys included.
 *
 * A new generation empties it at once: what was withdrawn is never sent from here.
 */
export function createPageCache(limitBytes: number): PageCache {
  const pages = new Map<string, CachedPage>();
  let held = "";
  let sizeBytes = 0;
  const costOf = (key: string, page: CachedPage) => page.body.byteLength + key.length * 2 + 200;
  const turnTo = (generation: string) => {
    if (generation === held) return;
    pages.clear();
    sizeBytes = 0;
    held = generation;
  };
  const drop = (key: string, page: CachedPage) => {
    pages.delete(key);
    sizeBytes -= costOf(key, page);
  };
  return {
    find(generation, key) {
      turnTo(generation);
      const page = pages.get(key);
      if (page === undefined) return undefined;
      // A map keeps the order of setting: used last stands last.
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    put(generation, key, page) {
      turnTo(generation);
      const old = pages.get(key);
      if (old !== undefined) drop(key, old);
      // One page must not push out all others.
      if (costOf(key, page) > limitBytes / 8) return;
      pages.set(key, page);
      sizeBytes += costOf(key, page);
      for (const [oldestKey, oldest] of pages) {
        if (sizeBytes <= limitBytes) break;
        drop(oldestKey, oldest);
      }
    },
    get sizeBytes() {
      return sizeBytes;
    },
  };
}
