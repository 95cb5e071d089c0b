import { foldLetters } from "../../text/index.ts";
import type { SnippetPart } from "../site-use-cases.ts";

const BEFORE = 90;
const AFTER = 170;

/**
 * Cuts the stretch of a text around the first place that has a term, with the terms marked; empty when none is there.
 *
 * @param text - Masked already.
 * @param terms - Words and phrases; matched without case, at word starts.
 */
export function makeSnippet(text: string, terms: readonly string[]): readonly SnippetPart[] {
  const pattern = patternOf(terms);
  if (!pattern) return [];
  const first = text.search(pattern);
  if (first < 0) return [];
  const start = cutAtSpace(text, Math.max(0, first - BEFORE), 1);
  const end = cutAtSpace(text, Math.min(text.length, first + AFTER), -1);
  const parts: SnippetPart[] = [];
  let at = start;
  for (const found of text.slice(start, end).matchAll(new RegExp(pattern, "giu"))) {
    const from = start + found.index;
    if (from > at) parts.push({ text: tidy(text.slice(at, from)), hit: false });
    parts.push({ text: tidy(found[0]), hit: true });
    at = from + found[0].length;
  }
  if (at < end) parts.push({ text: tidy(text.slice(at, end)), hit: false });
  return [
    ...(start > 0 ? [{ text: "… ", hit: false }] : []),
    ...parts,
    ...(end < text.length ? [{ text: " …", hit: false }] : []),
  ];
}

/** Any letter may carry an accent that the reader did not type; between the words of a phrase stands any white space. */
function patternOf(terms: readonly string[]): RegExp | undefined {
  const sources = terms.flatMap((term) => {
    const words = foldLetters(term).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length > 0 ? words.map(letters).join("[^\\p{L}\\p{N}]+") : [];
  });
  return sources.length > 0
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?![\\p{L}\\p{N}])`, "iu")
    : undefined;
}

const ACCENTED: Readonly<Record<string, string>> = {
  a: "[aàáâãäå]", c: "[cç]", e: "[eèéêë]", i: "[iìíîï]", n: "[nñ]", o: "[oòóôõöø]", u: "[uùúûü]", y: "[yýÿ]",
}; // prettier-ignore

function letters(word: string): string {
  return Array.from(word, (letter) => ACCENTED[letter] ?? letter).join("");
}

function cutAtSpace(text: string, at: number, step: 1 | -1): number {
  if (at === 0 || at === text.length) return at;
  for (let place = at, tried = 0; tried < 40; place += step, tried++)
    if (/\s/.test(text[place] ?? " ")) return place;
  return at;
}

function tidy(words: string): string {
  return words.replace(/\s+/g, " ");
}
