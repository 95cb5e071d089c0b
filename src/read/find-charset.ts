import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import type { CharsetEvidence } from "../terms/index.ts";
import { decodeText, isAscii } from "../text/index.ts";
import { askDetector } from "./charset/ask-detector.ts";
import type { CharsetGuess } from "./charset/charset-guess.ts";
import { countUtf8 } from "./charset/count-utf-8.ts";
import { guessAlphabet } from "./charset/guess-alphabet.ts";
import { guessLatin } from "./charset/guess-latin.ts";
import { sampleBytes } from "./charset/sample-bytes.ts";
import { looksLikeUtf16 } from "./looks-like-utf-16.ts";

const ESCAPE = 0x1b;
const JAPANESE_ESCAPE = /\x1b\$[@B]/;
/** Share of bytes outside ASCII that stand beside others, from which on a text is in another alphabet. */
const DENSE = 0.5;
/** As long as the sequences of UTF-8 are so many of the strays, it is UTF-8 with strays. */
const LEAST_UTF8 = 0.5;
/** Boxes and rows of accents are dense too: what fits so well as Latin text needs no detector. */
const WELL_FITTING = 0.5;

/**
 * Settles the charset of a text: by its mark, by being ASCII or strict UTF-8, by what the format declares, by what its bytes look
 * like in each charset, and if all fails windows-1252.
 *
 * Latin-1 is always read as windows-1252, which has the same letters and adds the quotes that people used. A UTF-8 text cut in
 * its last character is UTF-8. Where a few bytes are no UTF-8 the answer is UTF-8 with less sureness.
 * @param declared - Charset as a format names it; believed when the bytes can be read by it.
 */
export function findCharset(bytes: Uint8Array, declared?: string): CharsetEvidence {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return settle("utf-8", "bom", 1);
  const sixteen = bytes.includes(0) || (bytes[0] ?? 0) >= 0xfe ? looksLikeUtf16(bytes) : undefined;
  if (sixteen !== undefined) return settle(sixteen, (bytes[0] ?? 0) >= 0xfe ? "bom" : "detected", 0.98);
  if (isAscii(bytes)) return settleAscii(bytes);
  if (isUtf8(bytes) || isUtf8(dropTail(bytes))) return settle("utf-8", "utf-8-valid", 0.99);
  const sample = sampleBytes(bytes);
  const { sequences, strays, inRuns, besideShare } = countUtf8(sample);
  const hasWords = inRuns > DENSE * strays;
  if (sequences > 0 && !hasWords && sequences >= strays * LEAST_UTF8) return settle("utf-8", "detected", 0.7);
  const believed = declared === undefined ? undefined : believe(bytes, declared);
  if (believed !== undefined) return settle(believed, "declared", 0.9);
  const guess = guessCharset(sample, besideShare > DENSE);
  return settle(guess.charset, guess.sureness < 0.4 ? "fallback" : "detected", guess.sureness);
}

function guessCharset(sample: Uint8Array, isDense: boolean): CharsetGuess {
  if (!isDense) return guessLatin(sample);
  const alphabet = guessAlphabet(sample);
  if (alphabet !== undefined) return alphabet;
  const latin = guessLatin(sample);
  return latin.fit >= WELL_FITTING ? latin : (askDetector(sample) ?? latin);
}

function settleAscii(bytes: Uint8Array): CharsetEvidence {
  if (bytes.includes(ESCAPE) && JAPANESE_ESCAPE.test(Buffer.from(bytes).toString("latin1"))) {
    return settle("iso-2022-jp", "detected", 0.95);
  }
  return settle("ascii", "ascii", 1);
}

/** Without the first bytes of a character that a size limit cut off. */
function dropTail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > bytes.length - 3 && end > 0 && ((bytes[end - 1] as number) & 0xc0) === 0x80) end--;
  const lead = bytes[end - 1] ?? 0;
  return lead >= 0xc2 ? bytes.subarray(0, end - 1) : bytes;
}

/** Mail programs that declared ASCII, Latin-1 or UTF-8 over other bytes are common: those say nothing here. */
function believe(bytes: Uint8Array, declared: string): string | undefined {
  const name = declared.toLowerCase().trim();
  if (/^(?:us-)?ascii$|^utf-?8$|^unknown/.test(name)) return undefined;
  const charset = /^(?:iso-?8859-1|latin-?1|l1)$/.test(name) ? "windows-1252" : name;
  if (!iconv.encodingExists(charset)) return undefined;
  return decodeText(sampleBytes(bytes), charset).lossy.length === 0 ? charset : undefined;
}

/** Whether it can be encoded again to the same bytes is seen when the whole is decoded. */
function settle(charset: string, because: CharsetEvidence["because"], sureness: number): CharsetEvidence {
  return { charset, because, sureness, roundTrip: true };
}
