import type { Line } from "./line.ts";

/** Part above chapter above numeral; real levels are given when all headings are known. */
export type HeadingRank = 1 | 2 | 3;

/** A heading by its looks alone ranks below all others. */
export const CAPTION_RANK = 4;

const LONGEST = 90;

const PARTS =
  "part|book|volume|teil|buch|partie|livre|parte|libro|часть|книга|том|deel|część|parti|act|akt|acte";
const CHAPTERS =
  "chapter|chap\\.?|ch\\.?|episode|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|rozdział|kapittel|luku|fejezet|bölüm|глава|розділ|раздел|эпизод|פרק|الفصل|section|adventure|installment|day|night|canto";
const ALONE =
  "prologue|prolog|epilogue|epilog|interlude|intermission|prelude|coda|foreword|afterword|introduction|preface|épilogue|prólogo|epílogo|пролог|эпилог|интерлюдия|zwischenspiel|nachwort|vorwort|teaser|tag|intermezzo|entr'acte";
const NUMBER =
  "\\d{1,4}[a-z]?|[ivxlc]{1,8}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|the (?:first|second|third|fourth|fifth|sixth|last|end)|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|un|deux|trois|quatre|cinq|dix|uno|dos|tres|cuatro|cinco|первая|вторая|третья|четвертая|четвёртая|пятая|шестая|седьмая|восьмая|девятая|десятая|первый|второй|третий|[א-ת]{1,3}";
const ORDINAL =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|erste[rs]?|zweite[rs]?|dritte[rs]?|premi[eè]re?|deuxième|troisième|primer[ao]?|segund[ao]|tercer[ao]?|первая|вторая|третья|четвертая|пятая|שני|ראשון";
const TAIL = "(?:\\s*(?:of|/|von|из|de)\\s*(?:\\d{1,4}|[a-z]{3,9}|\\?))?\\s*(?<rest>.*)$";

const OPEN = "^[-~*=_#<([{.:\\s]*";
const PART = new RegExp(
  `${OPEN}(?:(?:${PARTS})\\s+(?:#\\s*)?(?:${NUMBER})|(?:${ORDINAL})\\s+(?:${PARTS}))(?![\\p{L}\\p{N}'’])${TAIL}`,
  "iu",
);
const CHAPTER = new RegExp(
  `${OPEN}(?:(?:${CHAPTERS})\\s*(?:#\\s*)?(?:${NUMBER})|(?:${ORDINAL})\\s+(?:${CHAPTERS})|(?:${ALONE})|第\\s?[0-9一二三四五六七八九十百]+\\s?[章話话回部節节])(?![\\p{L}\\p{N}'’])${TAIL}`,
  "iu",
);
// A numeral of up to three digits, or a roman one; `i`, `x`, `I-` and `XXX` are words, kisses, stammers.
const NUMERAL =
  /^[-~*=_#<([{.\s]*(?:\d{1,3}[a-z]?|(?=[IVXLC])(?!XXX)(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})|(?=[ivx]{2})(?!x+\b)x{0,3}(?:ix|iv|v?i{0,3}))(?:[~*=_#>)\]}:\s]|\.(?!\.)|-(?<!I-)(?!-))*$/;
// `VII. The Long Way Home`.
const ROMAN_TITLE = /^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})[.:] +\p{Lu}[^.!?;]*[^.!?;,:"'”’]$/u;
const MARKDOWN = /^(#{1,6})\s+\S/;

/**
 * Finds whether a line that stands alone is a heading, and how high; `undefined` when it is none.
 *
 * A sentence such as `Chapter 3 was dull.` is none: what follows the number must be a title, not prose.
 */
export function findHeadingRank(text: string, line: Line): HeadingRank | undefined {
  const length = line.end - line.start;
  if (length > LONGEST) return undefined;
  const words = text.slice(line.start, line.end);
  const markdown = MARKDOWN.exec(words);
  if (markdown !== null) return markdown[1]!.length <= 1 ? 1 : markdown[1]!.length === 2 ? 2 : 3;
  if (length <= 12 && NUMERAL.test(words)) return 3;
  const part = PART.exec(words);
  if (part !== null && isTitle(part.groups!["rest"]!)) return 1;
  const chapter = CHAPTER.exec(words);
  if (chapter !== null && isTitle(chapter.groups!["rest"]!)) return 2;
  return ROMAN_TITLE.test(words) ? 2 : undefined;
}

function isTitle(rest: string): boolean {
  if (rest === "" || /^[-~*=_#>)\]}.:\s]*$/.test(rest)) return true;
  if (/^[:\-–—.(|,"“«„]|^\s*[-~*]/.test(rest)) return !/^[.,]\s*\p{Ll}/u.test(rest) && !/[,;]$/.test(rest);
  if (/[.,;!?"]$/.test(rest)) return false;
  return /^\p{Lu}/u.test(rest) && rest.split(/\s+/).length <= 8;
}
