import type { BoilerplateRow } from "../../vocabulary/index.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findPhrases } from "../lexicon/phrase-index.ts";
import { splitWords } from "../lexicon/split-words.ts";

/** How a stretch of prose sounds: an author or poster speaking, or a story being told. */
export interface ProseScore {
  readonly words: number;
  /** Weight of all cues that somebody speaks about the text. */
  readonly cues: number;
  readonly rights: number;
  readonly feedback: number;
  readonly opener: number;
  readonly furniture: number;
  readonly footer: number;
  readonly notStory: number;
  readonly poster: number;
  /** Signs of telling: dialogue, he and she. */
  readonly story: number;
  /** Above 0: not the story; below: the story. */
  readonly balance: number;
}

const TELLING = new Set([
  "he",
  "she",
  "his",
  "her",
  "him",
  "hers",
  "himself",
  "herself",
  "er",
  "sie",
  "он",
  "она",
  "его",
  "её",
]);
const SPEAKING = new Set([
  "i",
  "i'm",
  "i've",
  "i'd",
  "i'll",
  "my",
  "me",
  "you",
  "your",
  "you're",
  "we",
  "our",
  "ich",
  "я",
]);
const LONGEST = 1500;

/** Gives the score of a stretch of text; only its first 1,500 characters are weighed. */
export function scoreProse(text: string, from: number, to: number, lexicon: Lexicon): ProseScore {
  const list = splitWords(text, from, Math.min(to, from + LONGEST));
  const sums: Partial<Record<BoilerplateRow["kind"], number>> = {};
  let cues = 0;
  const seen = new Set<string>();
  for (const { value, from: at, to: end } of findPhrases(lexicon.boilerplate, list)) {
    sums[value.kind] = (sums[value.kind] ?? 0) + 1;
    const key = list.word.slice(at, end).join(" ");
    cues += seen.has(key) ? value.weight / 3 : value.weight;
    seen.add(key);
  }
  let telling = 0;
  let speaking = 0;
  for (const word of list.word) {
    if (TELLING.has(word)) telling++;
    else if (SPEAKING.has(word)) speaking++;
  }
  const story = Math.min(1.2, telling * 0.25) + dialogueOf(text, from, Math.min(to, from + LONGEST));
  const density = cues / Math.max(1.5, list.count / 14);
  const speech = density > 0.35 ? Math.min(1.1, (speaking / Math.max(6, list.count)) * 8) : 0;
  const base = list.count < 9 ? 0.55 : list.count < 25 ? 0.8 : 1.1;
  const sound = Math.max(-1.6, Math.min(4, Math.min(4.5, density) + speech - base - story));
  const balance = list.count >= 80 && cues < list.count / 40 ? Math.min(sound, -1.2) : sound;
  return {
    words: list.count,
    cues,
    rights: sums["rights-cue"] ?? 0,
    feedback: sums["feedback-cue"] ?? 0,
    opener: sums["opener"] ?? 0,
    furniture: sums["furniture"] ?? 0,
    footer: sums["footer"] ?? 0,
    notStory: sums["not-story"] ?? 0,
    poster: sums["poster-cue"] ?? 0,
    story,
    balance,
  };
}

/** `"The Long Watch" is copyright ...`: quotes that name a work, not speech. */
const QUOTED_TITLE =
  /^["“„«][^"”“»\n]{1,80}[^\s,.!?…—-]["”“»]\s+(?:is|was|are|were|by|contains|copyright|©|\(c\)|takes)(?=\s|$)/iu;

function dialogueOf(text: string, from: number, to: number): number {
  const opener = text[from] ?? "";
  let score = 0;
  if ('"“„«‘'.includes(opener) && !QUOTED_TITLE.test(text.slice(from, Math.min(to, from + 110))))
    score += 1.2;
  const stretch = text.slice(from, to);
  if (/[,!?.]["”]\s*(?:\p{Ll}|$)/u.test(stretch)) score += 0.8;
  if (/\b(?:said|asked|whispered|muttered|replied|nodded|smiled|sagte|fragte)\b/.test(stretch)) score += 0.8;
  return score;
}
