import { isLetterOrDigit } from "../lines/is-letter.ts";

/** The words of a stretch of text: lower case, with the offsets where they stand. */
export interface WordList {
  readonly count: number;
  readonly word: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** Gives the words between two offsets; apostrophes stay inside words, every other sign parts them. */
export function splitWords(text: string, from: number, to: number): WordList {
  const word: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  let at = from;
  while (at < to) {
    if (!isLetterOrDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let stop = at + 1;
    // Most words are small letters and nothing else: those need no call but the slice.
    while (stop < to && isSmallLetter(text.charCodeAt(stop))) stop++;
    let isPlain = isSmallLetter(text.charCodeAt(at));
    while (stop < to && (isLetterOrDigit(text.charCodeAt(stop)) || isInnerApostrophe(text, stop, to))) {
      isPlain = false;
      stop++;
    }
    const written = text.slice(at, stop);
    word.push(isPlain ? written : written.toLowerCase().replace("’", "'"));
    start.push(at);
    end.push(stop);
    at = stop;
  }
  return { count: word.length, word, start, end };
}

function isSmallLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function isInnerApostrophe(text: string, at: number, to: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 39 || unit === 0x2019) && at + 1 < to && isLetterOrDigit(text.charCodeAt(at + 1));
}
