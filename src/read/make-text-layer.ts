import type { CharsetEvidence, Issue, TextLayer } from "../terms/index.ts";
import { decodeText, digestOf, repairText } from "../text/index.ts";
import { describeDecoding } from "./describe-decoding.ts";
import { findCharset } from "./find-charset.ts";

/** A text layer, and what was wrong with it. */
export interface LayerMade {
  readonly layer: TextLayer;
  readonly issues: readonly Issue[];
}

/** In which bytes are read that stand in a UTF-8 text and are none: what mail programs of the time sent. */
const STRAY_CHARSET = "windows-1252";

/**
 * Makes the text layer of a leaf: charset settled, bytes decoded, damage repaired, all of it mapped down to the bytes.
 *
 * @param charset - Settles the charset from outside: by a person's directive.
 * @throws UsageError for a charset nobody knows.
 */
export function makeTextLayer(bytes: Uint8Array, charset?: string): LayerMade {
  const found: CharsetEvidence =
    charset === undefined
      ? findCharset(bytes)
      : { charset, because: "directive", sureness: 1, roundTrip: true };
  const hasStrays = found.charset === "utf-8" && found.because === "detected";
  const strayCharset = hasStrays ? STRAY_CHARSET : undefined;
  const decoded = decodeText(bytes, found.charset, strayCharset);
  const repaired = repairText(decoded.text, decoded.map, bytes);
  const layer = {
    text: repaired.text,
    digest: digestOf(repaired.text),
    map: repaired.map,
    charset: { ...found, roundTrip: decoded.lossy.length === 0 && !hasStrays },
  };
  return {
    layer,
    issues: [...describeDecoding(decoded, repaired.map, found, strayCharset), ...repaired.issues],
  };
}
