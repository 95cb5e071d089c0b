import { fold } from "./fold.ts";

/** Leading articles by language; only those that are no other common word at the head of a title. */
const ARTICLES: Readonly<Record<string, RegExp>> = {
  en: /^(?:the|an?) (?=.)/,
  de: /^(?:der|die|das|ein|eine) (?=.)/,
  fr: /^(?:(?:les?|la|une?) (?=.)|l'(?=.))/,
  es: /^(?:el|los|las?|una?) (?=.)/,
  it: /^(?:(?:il|lo|la|i|gli|le|uno?|una) (?=.)|l'(?=.))/,
};

/** More digits than any part number or year has; longer runs sort as they stand. */
const DIGITS = 8;

/**
 * Gives the key by which titles and names are sorted: folded, the leading article dropped, digits padded.
 *
 * So `Part 2` comes before `Part 10`, and `The Letter` stands under L. Compare keys by code unit.
 * @param language - BCP 47 language of the title; default English, as most fan fiction is.
 */
export function sortKey(text: string, language = "en"): string {
  const article = ARTICLES[language.slice(0, 2)];
  const folded = fold(text);
  const bare = article === undefined ? folded : folded.replace(article, "");
  return bare.replace(/\d+/g, (digits) => digits.padStart(DIGITS, "0"));
}
