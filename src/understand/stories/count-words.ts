import { isLetterOrDigit } from "../lines/is-letter.ts";

/** Gives how many words stand between two offsets: runs of letters, digits and inner apostrophes. */
export function countWords(text: string, from: number, to: number): number {
  let words = 0;
  let inside = false;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (isLetterOrDigit(unit)) {
      if (!inside) words++;
      inside = true;
    } else if (unit !== 39 && unit !== 0x2019) inside = false;
  }
  return words;
}
