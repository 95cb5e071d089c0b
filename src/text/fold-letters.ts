/** Letters that Unicode does not decompose, though people type them either way. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
  ς: "σ",
  ё: "е",
};

const UNDECOMPOSED = /[ßæœøđðłıþςё]/g;
const LATIN_OR_GREEK_MARKS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
const STRAY_MARKS = /(^|[^\p{L}\p{M}])[\u0300-\u036f]+/gu;

/**
 * Gives a text in lower case and compatibility form, without the accents of Latin and Greek letters.
 *
 * Marks of other scripts stay: in Russian `й` is a letter of its own, in Hebrew and Hindi marks are vowels. Russian `ё` becomes
 * `е`, as people type both.
 */
export function foldLetters(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(UNDECOMPOSED, (letter) => PLAIN[letter] ?? letter)
    .normalize("NFKD")
    .replace(LATIN_OR_GREEK_MARKS, "$1")
    .replace(STRAY_MARKS, "$1")
    .normalize("NFKC");
}
