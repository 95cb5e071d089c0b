import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findPhrases, matchPhraseAt } from "../lexicon/phrase-index.ts";
import { splitWords } from "../lexicon/split-words.ts";
import { splitList } from "./split-list.ts";
import { trimRange } from "./trim-range.ts";
import type { ValuePart } from "./value-part.ts";

const SHORT_WORDS = 5;

/** Gives warnings one by one when they are a list of short words, else the words as they stand; stances come qualified. */
export function parseWarnings(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
): readonly ValuePart[] {
  const whole = trimRange(text, from, to);
  if (whole.end <= whole.start) return [];
  if (/^chapters?\s+\d/i.test(text.slice(whole.start, Math.min(whole.end, whole.start + 14)))) return [];
  const words = splitWords(text, whole.start, whole.end);
  const form = matchPhraseAt(lexicon.warningForms, words, 0);
  if (
    form?.value.kind === "stance" &&
    (words.count - form.to <= 3 || form.value.stance === "chose-not-to-warn")
  ) {
    return [
      { ...whole, qualifiers: [form.value.stance === "none" ? "none" : `stance:${form.value.stance ?? ""}`] },
    ];
  }
  const chosen = findPhrases(lexicon.warningForms, words, 0, Math.min(words.count, 14)).find(
    ({ value }) => value.stance === "chose-not-to-warn",
  );
  if (chosen !== undefined) return [{ ...whole, qualifiers: ["stance:chose-not-to-warn"] }];
  if (/^[-–—\s]+$/.test(text.slice(whole.start, whole.end))) return [{ ...whole, qualifiers: ["none"] }];
  const sentences = splitSentences(text, whole.start, whole.end).flatMap((sentence) =>
    splitList(text, sentence.start, sentence.end, { words: false }),
  );
  const short = sentences.every(
    (item) => text.slice(item.start, item.end).split(/\s+/).length <= SHORT_WORDS,
  );
  if (
    !short ||
    /^(?:there|this|it|has|have|i|we|yes|no|not|please|contains|if)\b[^,;]*\s\S/i.test(
      text.slice(whole.start, whole.end),
    )
  )
    return [qualify(text, whole, lexicon)];
  return sentences.map((item) => qualify(text, dropFullStop(text, item), lexicon));
}

function qualify(
  text: string,
  range: { readonly start: number; readonly end: number },
  lexicon: Lexicon,
): ValuePart {
  const list = splitWords(text, range.start, range.end);
  const form = matchPhraseAt(lexicon.warningForms, list, 0);
  return form?.value.kind === "not-content" && form.to === list.count
    ? { ...range, qualifiers: ["not-content"] }
    : range;
}

function dropFullStop(
  text: string,
  range: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  let { end } = range;
  while (end > range.start && /[.;]/.test(text[end - 1] ?? "")) end--;
  return { start: range.start, end };
}

/** Gives the sentences of a stretch: parted after `.`, `!`, `?` before a capital, and at blank lines. */
export function splitSentences(
  text: string,
  from: number,
  to: number,
): readonly { readonly start: number; readonly end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  const lower = /^\W*\p{Ll}/u.test(text.slice(from, Math.min(to, from + 8)));
  let start = from;
  for (let at = from; at < to; at++) {
    const sign = text[at] ?? "";
    const ends =
      (sign === "." || sign === "!" || sign === "?" || sign === "…") && closesSentence(text, at, to, lower);
    const blank =
      (sign === "\n" && /@\s?[\w.-]+\s*$/.test(text.slice(Math.max(from, at - 40), at))) ||
      (sign === "\n" && /^[ \t\r]*\n/.test(text.slice(at + 1, at + 60)));
    if (!ends && !blank) continue;
    let stop = at + 1;
    while (stop < to && /[.!?…"”')\]*_]/.test(text[stop] ?? "")) stop++;
    const smile = /^\s{0,2}(?:[:;]-?[)DPp(]|<[a-z]{1,5}>|\^_\^)/.exec(
      text.slice(stop, Math.min(to, stop + 9)),
    );
    if (smile !== null) stop += smile[0].length;
    const range = trimRange(text, start, stop);
    if (range.end > range.start) sentences.push(range);
    start = stop;
    at = stop - 1;
  }
  const rest = trimRange(text, start, to);
  if (rest.end > rest.start) sentences.push(rest);
  return sentences;
}

function closesSentence(text: string, at: number, to: number, lower: boolean): boolean {
  let next = at + 1;
  while (next < to && /[.!?…"”')\]*_]/.test(text[next] ?? "")) next++;
  if (next >= to) return true;
  if (text.startsWith("...", at - 2) && /\p{Lu}/u.test(text[next] ?? "")) return true;
  if (!/\s/.test(text[next] ?? "")) return false;
  if (
    text[at] === "." &&
    /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|etc|e\.g|i\.e|[A-Z]|Inc|Ltd|Co|et al)$/.test(
      text.slice(Math.max(0, at - 6), at),
    )
  )
    return false;
  while (next < to && /\s/.test(text[next] ?? "")) next++;
  const after = text.slice(next, next + 3);
  if (next >= to) return true;
  if (/^[:;]-?[)DP(]/.test(after)) return true;
  if (text[at] === "." && text[at + 1] === "." && /^\p{Ll}/u.test(after)) return false;
  return lower || !/^\p{Ll}/u.test(after);
}
