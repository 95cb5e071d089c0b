/** What a character's case says: caseless letters (Hebrew, Han) are their own answer, all else is `none`. */
export type LetterCase = "upper" | "lower" | "caseless" | "none";

/** Gives the case of the character at an offset. */
export function letterCaseAt(text: string, at: number): LetterCase {
  const code = text.charCodeAt(at);
  if (code < 128) {
    if (code >= 97 && code <= 122) return "lower";
    return code >= 65 && code <= 90 ? "upper" : "none";
  }
  if (code < 0xaa || Number.isNaN(code)) return "none";
  const letter = text.charAt(at);
  const lower = letter.toLowerCase();
  const upper = letter.toUpperCase();
  if (lower !== upper) return letter === lower ? "lower" : "upper";
  return isLetterCode(code) ? "caseless" : "none";
}

/** Blocks of letters without case; signs, ornaments, emoji and full-width punctuation are none. */
function isLetterCode(code: number): boolean {
  if (code < 0x5d0 || (code >= 0x600 && code <= 0x61f)) return false;
  if (code >= 0x2000 && code < 0x2c00) return false;
  if (code >= 0x3000 && code <= 0x303f) return code >= 0x3005 && code <= 0x3007;
  if (code >= 0xd800 && code <= 0xf8ff) return code === 0xd835 || (code >= 0xd840 && code <= 0xd888);
  if (code >= 0xfe00 && code <= 0xfe6f) return false;
  return code < 0xff00 || (code >= 0xff66 && code <= 0xffdc);
}
