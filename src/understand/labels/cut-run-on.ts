import type { TextRange } from "../../terms/index.ts";
import { scoreProse } from "../head/score-prose.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { splitSentences } from "../values/parse-warnings.ts";
import { parseRating } from "../values/parse-rating.ts";
import type { LabelHit } from "./label-hit.ts";

const LONG_VALUE = 200;
const MOST_SENTENCES = 14;
/** Beyond this no value goes on. */
const REACH = 6000;

/**
 * Gives where the value of the last label ends and the story begins on the same line; nothing when the value just ends.
 *
 * Only for lines with several labels: where line breaks were lost, the last value and the story are one.
 */
export function cutRunOn(
  text: string,
  hits: readonly LabelHit[],
  lexicon: Lexicon,
): { readonly valueEnd: number; readonly bodyAt: number } | undefined {
  const last = hits.at(-1);
  if (last === undefined || hits.length < 2) return undefined;
  const { start, end } = last.value;
  if (end - start < (hits.length >= 3 ? LONG_VALUE : LONG_VALUE * 2)) return undefined;
  const window = { start, end: Math.min(end, start + REACH) };
  const cut = shortValueEnd(text, last, window, lexicon) ?? proseEnd(text, window, lexicon);
  if (cut === undefined || cut >= end) return undefined;
  let bodyAt = cut;
  while (bodyAt < end && /\s/.test(text[bodyAt] ?? "")) bodyAt++;
  return bodyAt < end ? { valueEnd: cut, bodyAt } : undefined;
}

function shortValueEnd(
  text: string,
  hit: LabelHit,
  { start, end }: TextRange,
  lexicon: Lexicon,
): number | undefined {
  const field = hit.rows[0]?.field;
  const words = text.slice(start, Math.min(end, start + 200));
  if (field === "word-count") {
    const found = /^[~\s]*[\d,.]*\d(?:\s*(?:words?|k))?/i.exec(words);
    return found === null ? undefined : start + found[0].length;
  }
  if (field === "rating") {
    const rating = parseRating(text, start, Math.min(end, start + 40), lexicon)[0];
    return rating?.qualifiers === undefined ? undefined : rating.end;
  }
  if (
    [
      "title",
      "author",
      "status",
      "genre",
      "category",
      "fandom",
      "pairing",
      "character",
      "language",
      "warning",
    ].includes(field ?? "")
  ) {
    const glued = /[\p{Ll}\d)](?=\p{Lu}\p{Ll}|["“]\p{Lu})/u.exec(words);
    return glued === null ? undefined : start + glued.index + glued[0].length;
  }
  return undefined;
}

/** The first sentence always belongs to the value; later ones while somebody still speaks about the text. */
function proseEnd(text: string, { start, end }: TextRange, lexicon: Lexicon): number | undefined {
  const glued = gluedSentences(text, start, end);
  const sentences = glued.slice(0, MOST_SENTENCES);
  for (let index = 1; index < sentences.length; index++) {
    const sentence = sentences[index];
    if (sentence === undefined) break;
    const { cues, balance } = scoreProse(text, sentence.start, sentence.end, lexicon);
    if (cues < 0.7 && balance < 0) return sentences[index - 1]?.end;
  }
  return undefined;
}

/** Sentences, also parted where a full stop and the next capital stand together. */
function gluedSentences(text: string, start: number, end: number): readonly TextRange[] {
  return splitSentences(text, start, end).flatMap((sentence) => {
    const parts: TextRange[] = [];
    let from = sentence.start;
    const words = text.slice(sentence.start, sentence.end);
    for (const found of words.matchAll(/[\p{Ll})][.!?]["”')]?(?=["“]?\p{Lu}\p{Ll})/gu)) {
      const stop = sentence.start + found.index + found[0].length;
      parts.push({ start: from, end: stop });
      from = stop;
    }
    parts.push({ start: from, end: sentence.end });
    return parts;
  });
}
