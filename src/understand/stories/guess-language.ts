import { splitWords } from "../lexicon/split-words.ts";

const COMMON: Readonly<Record<string, readonly string[]>> = {
  de: [
    "und",
    "der",
    "die",
    "das",
    "nicht",
    "ich",
    "er",
    "sie",
    "ist",
    "ein",
    "eine",
    "mit",
    "sich",
    "war",
    "zu",
    "den",
  ],
  en: [
    "the",
    "and",
    "to",
    "of",
    "he",
    "she",
    "was",
    "his",
    "her",
    "that",
    "it",
    "you",
    "in",
    "had",
    "with",
    "said",
  ],
  es: [
    "que",
    "el",
    "la",
    "los",
    "las",
    "una",
    "con",
    "por",
    "pero",
    "su",
    "se",
    "del",
    "más",
    "estaba",
    "como",
  ],
  fr: [
    "le",
    "les",
    "et",
    "il",
    "elle",
    "que",
    "une",
    "dans",
    "pas",
    "qui",
    "était",
    "avait",
    "mais",
    "sur",
    "ne",
    "je",
  ],
  it: ["che", "il", "di", "non", "una", "per", "gli", "della", "era", "con", "sono", "più", "aveva", "lo"],
  nl: ["het", "een", "van", "niet", "dat", "hij", "zijn", "haar", "ook", "maar", "naar", "voor", "ze"],
  pt: ["que", "não", "uma", "com", "ele", "ela", "os", "mais", "seu", "sua", "estava", "para", "mas"],
};
const LANGUAGES_OF: ReadonlyMap<string, readonly string[]> = Object.entries(COMMON).reduce(
  (map, [language, words]) => {
    for (const word of words) map.set(word, [...(map.get(word) ?? []), language]);
    return map;
  },
  new Map<string, readonly string[]>(),
);
const SAMPLE = 3000;
const FEWEST = 30;

/** Gives the language of prose by its small words and its script; `null` when too short or too mixed to say. */
export function guessLanguage(text: string, from: number, to: number): string | null {
  const list = splitWords(text, from, Math.min(to, from + SAMPLE));
  if (list.count < FEWEST) return null;
  const sample = text.slice(from, Math.min(to, from + SAMPLE));
  const script = scriptOf(sample);
  if (script !== undefined) return script;
  const seen = new Map<string, number>();
  for (const word of list.word) {
    for (const language of LANGUAGES_OF.get(word) ?? []) seen.set(language, (seen.get(language) ?? 0) + 1);
  }
  const best = [...seen].toSorted((a, b) => b[1] - a[1])[0];
  return best !== undefined && best[1] > list.count * 0.06 ? best[0] : null;
}

const BEYOND_LATIN = /[\u0370-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

function scriptOf(sample: string): string | undefined {
  if (!BEYOND_LATIN.test(sample)) return undefined;
  const many = (pattern: RegExp): boolean => (sample.match(pattern)?.length ?? 0) * 3 > sample.length;
  if (many(/[\u0400-\u04ff]/g)) return /[іїєґ]/i.test(sample) && !/[ыэъ]/i.test(sample) ? "uk" : "ru";
  if (many(/[\u0590-\u05ff]/g)) return "he";
  if (many(/[\u0600-\u06ff]/g)) return "ar";
  if (many(/[\u0370-\u03ff]/g)) return "el";
  if (/[\u3040-\u30ff]/.test(sample) && many(/[\u3040-\u30ff\u4e00-\u9fff]/g)) return "ja";
  if (many(/[\u4e00-\u9fff]/g)) return "zh";
  if (many(/[\uac00-\ud7af]/g)) return "ko";
  return undefined;
}
