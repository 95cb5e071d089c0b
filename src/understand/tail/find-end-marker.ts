import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { matchPhraseAt } from "../lexicon/phrase-index.ts";
import { isLetterOrDigit } from "../lines/is-letter.ts";
import { splitWords } from "../lexicon/split-words.ts";

const LONGEST = 60;
const LOOSE = new Set(["end", "ende", "end of", "konec", "fim"]);

/** Gives the end marker a line is, from its first word to its last sign that belongs; nothing for ordinary lines. */
export function findEndMarker(
  line: string,
  lexicon: Lexicon,
): { readonly start: number; readonly end: number; readonly whole: boolean } | undefined {
  if (!mayOpen(line, lexicon)) return undefined;
  const remark = /^(\W*end of (?:part|chap\w*|book|section)\s+[\w.]+)\s*\((?!.*\))/i.exec(line)?.[1];
  if (remark !== undefined) return { start: 0, end: remark.length, whole: false };
  if (line.length > LONGEST || line.length < 2) return undefined;
  const words = splitWords(line, 0, line.length);
  if (words.count === 0 || words.count > 9) return undefined;
  const hit = matchPhraseAt(lexicon.endMarkers, words, 0);
  if (hit === undefined) return undefined;
  const phrase = words.word.slice(hit.from, hit.to).join(" ");
  const rest = words.count - hit.to;
  const opens =
    /^end of|^end part|^end chapter|^the end|^part |^continued|^to be|^tbc/.test(phrase) || hit.to >= 2;
  if (rest > 0 && (!opens || rest > 5 || LOOSE.has(phrase))) return undefined;
  if (
    rest > 0 &&
    phrase === "the end" &&
    /^(?:of|is|was|had|came|in)$/.test(words.word[hit.to] ?? "") &&
    !/^of (?:part|chapter|book|story|this|the (?:story|series|line|road)|[a-z]* ?\d|a?n? ?\w+$)/.test(
      words.word.slice(hit.to).join(" "),
    )
  )
    return undefined;
  if (
    rest > 0 &&
    /[a-z][.!?]$/.test(line) &&
    phrase !== "the end" &&
    !/^to be|^tbc|^continued|^end of/.test(phrase)
  )
    return undefined;
  if (/^["“]/.test(line) && /["”]$/.test(line)) return undefined;
  if (phrase === "end" && !/^[\W_]*end[\W_]*$/i.test(line)) return undefined;
  return { start: 0, end: line.length, whole: rest === 0 };
}

/** Whether a line's first word opens a marker: most lines are settled by that. */
function mayOpen(line: string, lexicon: Lexicon): boolean {
  let start = 0;
  while (start < line.length && !isLetterOrDigit(line.charCodeAt(start))) start++;
  let end = start;
  while (end < line.length && isLetterOrDigit(line.charCodeAt(end))) end++;
  const first = line.slice(start, end).toLowerCase();
  // A letter beyond ASCII may be no word sign to a pattern: that line is looked at.
  return (
    first === "end" ||
    line.charCodeAt(start) > 127 ||
    "'’".includes(line[end] ?? "") ||
    lexicon.endMarkers.byFirst.has(first)
  );
}
