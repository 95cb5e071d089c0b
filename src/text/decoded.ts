import type { ByteRange, LayerMap } from "../terms/index.ts";

/** A text made from bytes, the map down to them, and the bytes that could not be read (each shown as U+FFFD). */
export interface Decoded {
  readonly text: string;
  readonly map: LayerMap;
  readonly lossy: readonly ByteRange[];
}
