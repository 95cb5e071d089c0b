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
    while (stop < to && (isLetterOrDigit(text.charCodeAt(stop)) || isInnerApostrophe(text, stop, to))) stop++;
    word.push(text.slice(at, stop).toLowerCase().replace("’", "'"));
    start.push(at);
    end.push(stop);
    at = stop;
  }
  return { count: word.length, word, start, end };
}

function isInnerApostrophe(text: string, at: number, to: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 39 || unit === 0x2019) && at + 1 < to && isLetterOrDigit(text.charCodeAt(at + 1));
}
