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
/** A capital right after a small letter: how a wrong table shows itself. */
const WRONG_CAPITAL = 1.5;

/** What each byte is worth as a letter of an alphabet in a charset. */
interface Weights {
  readonly charset: string;
  readonly worth: Float64Array;
  /** 1 for letters of the alphabet, 3 for capitals, 5 for small ones, 0 for all else. */
  readonly kinds: Uint8Array;
}

let allWeights: readonly Weights[] | undefined;

/** Guesses the charset of a text in an alphabet other than the Latin one, by how common its letters are. */
export function guessAlphabet(sample: Uint8Array): CharsetGuess | undefined {
  if (hasRows(sample)) return undefined;
  allWeights ??= ALPHABETS.flatMap(({ charsets, letters }) =>
    charsets.map((charset) => weigh(charset, letters)),
  );
  const scored = allWeights
    .map((weights) => ({ charset: weights.charset, score: scoreBytes(sample, weights) }))
    .toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined || best.score < LEAST_SCORE) return undefined;
  const next =
    scored.find(({ charset }) => charset !== best.charset && !charset.startsWith("koi8"))?.score ?? 0;
  return { charset: best.charset, sureness: Math.min(0.98, 0.6 + (best.score - Math.max(0, next)) * 0.8) };
}

/** Rows of one sign are lines and boxes, not words. */
function hasRows(sample: Uint8Array): boolean {
  let high = 0;
  let repeated = 0;
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] as number) < 0x80) continue;
    high++;
    if (sample[at] === sample[at - 1]) repeated++;
  }
  return repeated * 4 > high;
}

function weigh(charset: string, letters: string): Weights {
  const worth = new Float64Array(256);
  const kinds = new Uint8Array(256);
  const { text } = decodeText(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    charset,
  );
  for (let byte = 0x80; byte < 0x100; byte++) {
    const sign = text.charAt(byte);
    const rank = letters.indexOf(sign.toLowerCase());
    if (rank >= 0) {
      worth[byte] = 1 - rank / letters.length - (UPPER.test(sign) ? 0.1 : 0);
      kinds[byte] = UPPER.test(sign) ? 3 : LOWER.test(sign) ? 5 : 1;
    } else if (!PROPER_SIGN.test(sign)) {
      worth[byte] = LETTER.test(sign) ? -1 : -0.7;
    }
  }
  return { charset, worth, kinds };
}

/** Mean worth of the bytes outside ASCII: near 1 for the commonest letters, below 0 for what stands in no text. */
function scoreBytes(sample: Uint8Array, { worth, kinds }: Weights): number {
  let sum = 0;
  let signs = 0;
  let letters = 0;
  let before = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] as number;
    const kind = kinds[byte] as number;
    if (byte >= 0x80) {
      signs++;
      sum += worth[byte] as number;
      if (kind !== 0) letters++;
      if (kind === 3 && before === 5) sum -= WRONG_CAPITAL;
    }
    before = kind;
  }
  return letters < LEAST_LETTERS ? 0 : sum / signs;
}
