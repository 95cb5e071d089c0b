import { decodeText } from "../../text/index.ts";
import type { CharsetGuess } from "./charset-guess.ts";

interface Alphabet {
  readonly charsets: readonly string[];
  /** Its letters, the commonest first. */
  readonly letters: string;
}

const ALPHABETS: readonly Alphabet[] = [
  {
    charsets: ["windows-1251", "koi8-r", "cp866", "iso-8859-5", "maccyrillic"],
    letters: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
  },
  { charsets: ["windows-1251", "koi8-u", "cp866"], letters: "оаниівртелкдсупямзьгбчйцхжшюїєщфґ" },
  { charsets: ["windows-1253", "iso-8859-7"], letters: "αοιετσνηυρπκμλωςγδθχφβξζψάίόέήύώ" },
  { charsets: ["windows-1255"], letters: "יהולאתרבמשנכחדעקפגצזטסםןךףץ" },
  { charsets: ["windows-1256"], letters: "اليمونترهبدسعقكحفجخشصطضذزغثظءىةأإئؤآ" },
  { charsets: ["windows-874"], letters: "านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถณธภษฉศญฟ่้ัิีุูื์็ำๆฐฎฑฒฌฆฬฮ" },
];

const LETTER = /\p{L}|\p{M}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const PROPER_SIGN = /[«»“”„‘’–—…№©\u00a0]/;
const LEAST_SCORE = 0.42;
const LEAST_LETTERS = 6;

/** Guesses the charset of a text in an alphabet other than the Latin one, by how common its letters are. */
export function guessAlphabet(sample: Uint8Array): CharsetGuess | undefined {
  const scored = ALPHABETS.flatMap((alphabet) =>
    alphabet.charsets.map((charset) => ({
      charset,
      score: scoreText(decodeText(sample, charset).text, alphabet),
    })),
  ).toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined || best.score < LEAST_SCORE) return undefined;
  const next =
    scored.find(({ charset }) => charset !== best.charset && !charset.startsWith("koi8"))?.score ?? 0;
  return { charset: best.charset, sureness: Math.min(0.98, 0.6 + (best.score - Math.max(0, next)) * 0.8) };
}

/** Mean worth of the signs outside ASCII: near 1 for the commonest letters, below 0 for what stands in no text. */
function scoreText(text: string, { letters }: Alphabet): number {
  let sum = 0;
  let signs = 0;
  let counted = 0;
  let repeated = 0;
  let before = "";
  for (const sign of text) {
    if (sign > "\u007f") {
      signs++;
      // Rows of one sign are lines and boxes, not words.
      if (sign === before) repeated++;
      const rank = letters.indexOf(sign.toLowerCase());
      if (rank >= 0) {
        counted++;
        sum += 1 - rank / letters.length - (UPPER.test(sign) ? 0.1 : 0);
        if (UPPER.test(sign) && LOWER.test(before)) sum -= 1.5;
      } else if (!PROPER_SIGN.test(sign)) {
        sum -= LETTER.test(sign) ? 1 : 0.7;
      }
    }
    before = sign;
  }
  return counted < LEAST_LETTERS || repeated * 4 > signs ? 0 : sum / signs;
}
