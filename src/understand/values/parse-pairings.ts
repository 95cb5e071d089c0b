import type { TextRange } from "../../terms/index.ts";
import { findPhrases } from "../lexicon/phrase-index.ts";
import { splitWords } from "../lexicon/split-words.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { splitList } from "./split-list.ts";
import { trimRange } from "./trim-range.ts";
import type { ValuePart } from "./value-part.ts";

const NAME = "[\\p{L}\\d][\\p{L}\\d.'’!-]*";
const SIDE = `(?:(?=\\p{Lu})${NAME}(?:[ ](?=\\p{Lu})(?!POV)${NAME}){1,3}|\\(?${NAME}\\)?|\\?|[mfMF]|OCs?|OFC|OMC|you|other)`;
const MARKED = new RegExp(`${SIDE}(?:\\s?(?:/|\\\\|<3|\\+)\\s?${SIDE})+`, "u");
const CROSS = new RegExp(`${SIDE}(?:\\s?[xX×]\\s?${SIDE})+`, "u");
const DIGITS = /\b\d{1,2}[xX+]\d{1,2}(?:[xX+]\d{1,2})*\b/;

/** Gives each pairing as written, qualifiers beside it; words that say "none" come back qualified `none`. */
export function parsePairings(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
): readonly ValuePart[] {
  const marked = MARKED.test(text.slice(from, to)) || DIGITS.test(text.slice(from, to));
  const items = splitList(text, from, to, { spaces: true, words: marked });
  const parts = items.flatMap((item) => parseOne(text, item, lexicon, marked));
  const plain = parts.length > 1 && !marked && !parts.some(({ qualifiers }) => qualifiers?.includes("none"));
  if (plain && items.length === 2) {
    const whole = trimRange(text, from, to);
    return [{ start: whole.start, end: whole.end, qualifiers: ["as-a-list"] }];
  }
  return parts;
}

function parseOne(text: string, item: TextRange, lexicon: Lexicon, marked: boolean): readonly ValuePart[] {
  const words = text.slice(item.start, item.end);
  const kind = words.toLowerCase().replace(/[.!\s]+$/, "");
  if (/^(?:none|no pairings?|n\/a|nope|keine?s?|no|-|нет|ninguna|aucun|none yet|not really)$/.test(kind)) {
    return [{ ...item, qualifiers: ["none"] }];
  }
  const found = MARKED.exec(words) ?? DIGITS.exec(words) ?? CROSS.exec(words);
  if (found !== null) {
    const start = item.start + found.index;
    const lead = findLead(found[0]);
    const end = start + found[0].replace(/[.]+$/, "").length;
    const qualifiers = qualifiersOf(text, item, lexicon);
    return [{ start: start + lead, end, ...(qualifiers.length > 0 ? { qualifiers } : {}) }];
  }
  if (lexicon.pairingKinds.has(kind))
    return [{ start: item.start, end: item.start + kind.length, qualifiers: ["kind"] }];
  if (marked && words.split(/\s+/).length > 1) return [];
  if (marked && /^\p{Lu}{3,}$/u.test(words) && !lexicon.nicknames.has(kind))
    return [{ ...item, field: "character" }];
  const trimmed = words.replace(/\s*\([^)]*\)\s*$/, "").replace(/[.!]+$/, "");
  return trimmed === "" ? [] : [{ start: item.start, end: item.start + trimmed.length }];
}

/** Words before the first name that only qualify it: "Implied Spike/Buffy", "Eventual H/D". */
function findLead(found: string): number {
  return (
    /^(?:(?:implied|eventual|past|pre|mention of|mentions of|hints? of|slight|minor|established|future|one-sided|unrequited|some|mostly|mainly|background|main|side|also|possible)[ -])+/i.exec(
      found,
    )?.[0].length ?? 0
  );
}

function qualifiersOf(text: string, item: TextRange, lexicon: Lexicon): readonly string[] {
  const hits = findPhrases(lexicon.qualifiers, splitWords(text, item.start, item.end));
  return [...new Set(hits.map(({ value }) => value))];
}
