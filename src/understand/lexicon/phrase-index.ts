import { splitWords, type WordList } from "./split-words.ts";

/** A phrase found: what it stands for, and which words (half-open). */
export interface PhraseHit<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, longest first. */
export interface PhraseIndex<T> {
  readonly byFirst: ReadonlyMap<string, readonly Entry<T>[]>;
}

const GAP = 6;

/** Gives an index of phrases; `...` in a phrase stands for up to six words. */
export function makePhraseIndex<T>(phrases: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const byFirst = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of phrases) {
    const words = phrase
      .split("...")
      .flatMap((part, index) => (index === 0 ? wordsOf(part) : ["...", ...wordsOf(part)]));
    const first = words[0];
    if (first === undefined || first === "...") continue;
    const entries = byFirst.get(first) ?? [];
    entries.push({ words, value });
    byFirst.set(first, entries);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return { byFirst };
}

/** Gives every phrase that stands in the words, longest at each place, none overlapping. */
export function findPhrases<T>(
  index: PhraseIndex<T>,
  list: WordList,
  from = 0,
  to = list.count,
): PhraseHit<T>[] {
  const hits: PhraseHit<T>[] = [];
  let at = from;
  while (at < to) {
    const hit = matchPhraseAt(index, list, at, to);
    if (hit === undefined) {
      at++;
    } else {
      hits.push(hit);
      at = hit.to;
    }
  }
  return hits;
}

/** Gives the longest phrase that begins with word `at`, if any. */
export function matchPhraseAt<T>(
  index: PhraseIndex<T>,
  list: WordList,
  at: number,
  to = list.count,
): PhraseHit<T> | undefined {
  const entries = index.byFirst.get(list.word[at] ?? "");
  if (entries === undefined) return undefined;
  for (const entry of entries) {
    const end = matchWords(entry.words, list, at, to);
    if (end !== -1) return { value: entry.value, from: at, to: end };
  }
  return undefined;
}

function matchWords(words: readonly string[], list: WordList, at: number, to: number): number {
  let place = at;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word !== "...") {
      if (place >= to || list.word[place] !== word) return -1;
      place++;
      continue;
    }
    const next = words[index + 1];
    const limit = Math.min(to, place + GAP + 1);
    while (place < limit && list.word[place] !== next) place++;
    if (place >= limit) return -1;
  }
  return place;
}

function wordsOf(phrase: string): readonly string[] {
  return splitWords(phrase, 0, phrase.length).word;
}
