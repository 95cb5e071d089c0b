/** Where a part stands: `2.5b` is whole 2, then 5, then letter `b`. */
export interface PartNumber {
  readonly whole: number;
  readonly rest: string;
}

const WORDS = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
]; // prettier-ignore

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/**
 * Reads a part as authors write it (`2`, `02`, `1a`, `2.5b`, `VII`, `four`), without its total.
 *
 * @returns `undefined` when it is no number at all, such as `?` or `Epilogue`.
 */
export function readPartNumber(written: string): PartNumber | undefined {
  const part = written.trim().toLowerCase();
  const digits = /^0*(\d{1,4})((?:[.-]\d{1,3})?[a-z]?)$/.exec(part);
  if (digits) return { whole: Number(digits[1]), rest: digits[2] ?? "" };
  const word = WORDS.indexOf(part);
  if (word >= 0) return { whole: word, rest: "" };
  if (/^[ivxlc]{1,8}$/.test(part)) return { whole: readRoman(part), rest: "" };
  return undefined;
}

function readRoman(letters: string): number {
  const values = Array.from(letters, (letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
