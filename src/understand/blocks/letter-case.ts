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
  return code >= 0x5d0 && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f)
    ? "caseless"
    : "none";
}
