import iconv from "iconv-lite";
import { detect } from "jschardet";
import type { CharsetGuess } from "./charset-guess.ts";

const LONGEST = 1024;
const LEAST_CONFIDENCE = 0.5;
/** East Asian charsets: all others are told by our own tables. */
const ASKED_FOR = /^(?:shift_jis|cp932|euc-jp|gb2312|gb18030|gbk|big5|euc-kr|euc-tw|tis-620|johab|cp949)$/i;
const BETTER_NAMES: Readonly<Record<string, string>> = {
  gb2312: "gb18030",
  gbk: "gb18030",
  "euc-kr": "cp949",
};

/** Asks the detector for charsets of several bytes a character; on a small sample only, as it is slow. */
export function askDetector(sample: Uint8Array): CharsetGuess | undefined {
  const found = detect(Buffer.from(shorten(sample)));
  const name = found.encoding?.toLowerCase() ?? "";
  if (!ASKED_FOR.test(name) || found.confidence < LEAST_CONFIDENCE) return undefined;
  const charset = BETTER_NAMES[name] ?? name;
  return iconv.encodingExists(charset) ? { charset, sureness: Math.min(0.95, found.confidence) } : undefined;
}

/** Ends after a line, so that no character is broken. */
function shorten(sample: Uint8Array): Uint8Array {
  if (sample.length <= LONGEST) return sample;
  const feed = sample.lastIndexOf(0x0a, LONGEST);
  return sample.subarray(0, feed > 0 ? feed + 1 : LONGEST);
}
