import { isUtf8 } from "node:buffer";
import type { CharsetEvidence } from "../terms/index.ts";
import { isAscii } from "../text/index.ts";

/** Settles the charset of a text from its bytes. */
export function findCharset(bytes: Uint8Array): CharsetEvidence {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return evidence("utf-8", "bom", 1);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return evidence("utf-16le", "bom", 1);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return evidence("utf-16be", "bom", 1);
  if (isAscii(bytes)) return evidence("ascii", "ascii", 1);
  if (isUtf8(bytes)) return evidence("utf-8", "utf-8-valid", 0.99);
  return evidence("windows-1252", "fallback", 0.6);
}

function evidence(charset: string, because: CharsetEvidence["because"], sureness: number): CharsetEvidence {
  return { charset, because, sureness, roundTrip: true };
}
