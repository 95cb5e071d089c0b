import type { Issue, TextLayer } from "../terms/index.ts";
import { decodeText, digestOf, repairText } from "../text/index.ts";
import { findCharset } from "./find-charset.ts";

/** A text layer, and what was wrong with it. */
export interface LayerMade {
  readonly layer: TextLayer;
  readonly issues: readonly Issue[];
}

/**
 * Makes the text layer of a leaf: charset settled, bytes decoded, damage repaired, all of it mapped down to the bytes.
 *
 * @param charset - Settles the charset from outside: by a person's directive.
 */
export function makeTextLayer(bytes: Uint8Array, charset?: string): LayerMade {
  const found =
    charset === undefined
      ? findCharset(bytes)
      : ({ charset, because: "directive", sureness: 1, roundTrip: true } as const);
  const decoded = decodeText(bytes, found.charset);
  const repaired = repairText(decoded.text, decoded.map, bytes);
  const layer = {
    text: repaired.text,
    digest: digestOf(repaired.text),
    map: repaired.map,
    charset: { ...found, roundTrip: decoded.lossy.length === 0 },
  };
  return { layer, issues: repaired.issues };
}
