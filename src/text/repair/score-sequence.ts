import type { Sequence } from "./find-sequences.ts";

/** Kinds of characters that UTF-8 can have meant, and how likely each is to be meant. */
const MEANT: readonly (readonly [RegExp, number])[] = [
  [/^\ufffd$/u, 0.4],
  [/^\u017f$/u, -5],
  [/^[\p{Cn}\p{Co}]/u, -6],
  [/^[\u0080-\u009f]$/u, -0.2],
  [/^(?:[\u00a0\u00ad\u200b-\u200f\ufeff]|\ufe0f)$/u, 0.6],
  [/^[\u2010-\u203a\u20ac\u2122]$/u, 1.6],
  [/^[ß-öø-ÿ]$/u, 1.4],
  [/^[À-ÖØ-Þ]$/u, 0.6],
  [/^[¡¿«»°©®£§ºª·]$/u, 0.4],
  [/^[\u00a1-\u00bf×÷]$/u, 0],
  [/^(?:(?=\p{Ll})[\u0100-\u017f\u0219\u021b\u01ce-\u01dc])$/u, 1.0],
  [/^[\u0100-\u017f\u0218\u021a]$/u, 0.6],
  [/^[\u1e00-\u1eff\ufb00-\ufb06]$/u, 1.2],
  [/^\p{Script=Latin}$/u, -1.2],
  [/^[\u0400-\u045f\u0490\u0491]$/u, 0.6],
  [/^[\u0391-\u03c9]$/u, 0.7],
  [/^[\p{Script=Hebrew}\p{Script=Arabic}]$/u, 0.2],
  [/^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Devanagari}\uff00-\uff60]$/u, 0.8],
  [/^[\u4e00-\u9fff]$/u, 0.2],
  [/^\p{Script=Hangul}$/u, -0.6],
  [/^\p{Extended_Pictographic}$/u, 1.5],
  [/^[\u2190-\u27bf]$/u, 1.2],
  [/^\p{M}$/u, 0.2],
];
const MEANT_OTHERWISE = -1.5;

/** Signs that end words, quotes and sentences in any good text: alone they say nothing. */
const CLOSER = /[‘’“”„…–—»\u00a0]/u;
/** Other signs that stand after a word in good text. */
const USUAL_SIGN = /[‘’“”„…–—™º°«»·•¡¿®©²³¹\u00a0´]/u;
/** Signs that hardly ever touch a letter. */
const ODD_SIGN = /[¢£¤¥¦§¨ª¬\u00ad¯±µ¶¸¼½¾†‡ˆ‰˜ƒ‹›€‚√∞∂∑∏π∫Ω≈∆◊ﬁﬂ≠≤≥\u2500-\u259f▒ЂЃѓ‰ЉЊЌЋЏђљњќћџЎўЈҐґЅѕ]/u;
/** What the lead byte of Western letters looks like in Western charsets. */
const COMMON_LEAD = /[ÃÂ]/;
const CONTROL = /[\u0080-\u009f]/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const LETTER = /\p{L}/u;

/**
 * Scores how much better a line reads with one sequence undone; above 0 it is better.
 *
 * What speaks for it: a character that people use; signs that do not touch letters in good text; a capital inside a word. What
 * speaks against it: a common word's last accent before a quote or dots (`Brontë…”`), a line in capitals (`MARQUÉ…`).
 */
export function scoreSequence(line: string, sequence: Sequence, beside: boolean): number {
  const { start, end, character } = sequence;
  // The score looks no further than one unit to each side, and a damaged text has the same few places over and over.
  const key = `${start > 0 ? line[start - 1] : ""}\n${line.slice(start, end + 1)}\n${end - start}${character}${beside}`;
  const known = scores.get(key);
  if (known !== undefined) return known;
  const score = computeScore(line, sequence, beside);
  if (scores.size >= MOST_SCORES) scores.clear();
  scores.set(key, score);
  return score;
}

const MOST_SCORES = 4096;
const scores = new Map<string, number>();

function computeScore(line: string, { start, end, character }: Sequence, beside: boolean): number {
  const [, ...signs] = Array.from(line.slice(start, end));
  const lead = line[start] as string;
  const before = line[start - 1] ?? " ";
  const after = line[end] ?? " ";
  if (line.startsWith("ï¿½", start)) return 3;
  let score = worthOf(character);
  for (const sign of signs) {
    if (CONTROL.test(sign)) score += 2;
    else if (ODD_SIGN.test(sign)) score += 1;
    else if (sign === "\u00a0") score += 0.5;
    else if (signs.length > 1 && !CLOSER.test(sign) && !LETTER.test(sign)) score += 0.5;
  }
  const onlyUsual = signs.every((sign) => USUAL_SIGN.test(sign));
  const onlyClosers = signs.every((sign) => CLOSER.test(sign));
  const isBlank = signs.at(-1) === "\u00a0";
  const goesOn = isBlank ? COMMON_LEAD.test(lead) && LOWER.test(after) : LETTER.test(after);
  const insideWord = LETTER.test(before) && goesOn;
  const alone = !beside && !LETTER.test(before) && !LETTER.test(after);
  const isMarked = COMMON_LEAD.test(lead) && /[£¥§©®°½¼¾»«\u00a0]/.test(signs[0] as string);
  if (COMMON_LEAD.test(lead) && !alone) score += 0.8;
  if (isMarked && !UPPER.test(before)) score += 1.2;
  if (!LETTER.test(before) && signs[0] === "’" && LOWER.test(after)) score -= 3;
  if (LOWER.test(before) && UPPER.test(lead)) score += 1.2;
  if (LETTER.test(before) && !LETTER.test(lead)) score += 1;
  if (LETTER.test(before) && LOWER.test(lead) && onlyClosers && !insideWord) score -= 2.5;
  if (UPPER.test(before) && UPPER.test(lead) && onlyUsual && !insideWord) score -= 2.5;
  if (goesOn && !LETTER.test(signs.at(-1) as string)) score += 1.2;
  if (UPPER.test(before) && UPPER.test(after) && LOWER.test(signs[0] as string)) score += 1.2;
  if (signs.length > 1 && LOWER.test(lead) && !LETTER.test(before)) score += 0.8;
  if (alone && signs.length === 1 && !isMarked) score -= 1.4;
  if (beside) score += 0.8;
  return score;
}

const worths = new Map<string, number>();

/** Kept, as a damaged text has few different characters; bounded by the number there are. */
function worthOf(character: string): number {
  const known = worths.get(character);
  if (known !== undefined) return known;
  const worth = MEANT.find(([kind]) => kind.test(character))?.[1] ?? MEANT_OTHERWISE;
  worths.set(character, worth);
  return worth;
}
