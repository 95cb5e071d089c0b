const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const BLANK = /[\s\u00a0]/;
const OPENING = /[“„‘«‚¿¡]/;
const CLOSING = /[”’»]/;
const DASH = /[–—…]/;
const USUAL = /[©®™°£€§½¼¾²³·•†×\u00a0\u00ad]/;
const BOX = /[\u2500-\u259f]/;
/** Letters that are words. */
const WORD_LETTERS = "àáéèóòúùâêôåäöøæ";

/**
 * Scores a sign outside ASCII between its neighbours, as a text would have it: above 0 it fits.
 *
 * @param known - Whether the language of the text has the letter.
 */
export function scoreSign(before: string, sign: string, after: string, known: boolean): number {
  if (sign === "\ufffd" || (sign >= "\u0080" && sign <= "\u009f")) return -3;
  if (LETTER.test(sign)) return scoreLetter(sign, before, after, known);
  const insideWord = LETTER.test(before) && LETTER.test(after);
  if (sign === "’") return LETTER.test(before) || LETTER.test(after) ? 1.2 : 0.2;
  if (OPENING.test(sign)) return !LETTER.test(before) && !BLANK.test(after) ? 1.2 : -0.8;
  if (CLOSING.test(sign)) return !BLANK.test(before) && !LETTER.test(after) ? 1.2 : -0.8;
  if (DASH.test(sign)) return 0.95;
  if (BOX.test(sign)) return BOX.test(before) || BOX.test(after) ? 0.8 : -1;
  if (insideWord) return -1.5;
  return USUAL.test(sign) ? 0.4 : -0.6;
}

function scoreLetter(sign: string, before: string, after: string, known: boolean): number {
  const isUpper = UPPER.test(sign);
  if (isUpper && LOWER.test(before)) return -1.5;
  if (before === sign && after === sign) return -0.5;
  if (!LETTER.test(before) && !LETTER.test(after)) return WORD_LETTERS.includes(sign) && known ? 0.3 : -0.6;
  if (!isUpper && UPPER.test(before) && UPPER.test(after)) return -1;
  if (!known && sign !== "é") return -0.8;
  return isUpper ? 0.8 : 1;
}
