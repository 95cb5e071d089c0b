import { decodeText } from "../../text/index.ts";
import type { CharsetGuess } from "./charset-guess.ts";
import { scoreSign } from "./score-sign.ts";

/** The commonest first: at equal scores it wins. */
const CHARSETS = [
  "windows-1252",
  "macintosh",
  "cp437",
  "cp850",
  "windows-1250",
  "iso-8859-2",
  "windows-1254",
  "windows-1257",
] as const;

/** Letters that each language adds to ASCII. */
const LANGUAGES: readonly string[] = [
  "éèêëàâäùûüôöîïçœæñ",
  "äöüß",
  "áéíóúñü",
  "àèéìòùóí",
  "ãõáéíóúâêôçàü",
  "åäöøæéü",
  "áðéíóúýþæö",
  "ąćęłńóśźż",
  "áčďéěíňóřšťúůýžľĺôäŕ",
  "áéíóöőúüű",
  "čćđšž",
  "ăâîșțşţ",
  "çğıöşüâî",
  "āčēģīķļņšūž",
  "ąčęėįšųūž",
];

/** A guess with the mean worth of its signs: 1 where all are letters of one language or proper quotes. */
export interface LatinGuess extends CharsetGuess {
  readonly fit: number;
}

/** Guesses the charset of a text in Latin letters: which of them makes words of one language and proper quotes. */
export function guessLatin(sample: Uint8Array): LatinGuess {
  const scored = CHARSETS.map((charset) => ({ charset, score: scoreText(decodeText(sample, charset).text) }));
  const ordered = scored.toSorted((a, b) => b.score - a.score);
  const [best, next] = ordered as [(typeof ordered)[0], (typeof ordered)[0]];
  const high = sample.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  if (best.score <= 0) return { charset: "windows-1252", sureness: 0.3, fit: 0 };
  const margin = (best.score - next.score) / Math.max(1, high);
  const enough = Math.min(1, high / 4);
  // Quotes, dashes and Western letters lie alike in several of these: a draw is no doubt about windows-1252.
  const base = best.charset === "windows-1252" ? 0.8 : 0.55;
  return {
    charset: best.charset,
    sureness: Math.min(0.97, base + margin * 0.3 * enough),
    fit: best.score / high,
  };
}

function scoreText(text: string): number {
  let best = Number.NEGATIVE_INFINITY;
  const signs = [...text.matchAll(/[^\x00-\x7f]/gu)].map(({ 0: sign, index }) => ({ sign, index }));
  for (const letters of LANGUAGES) {
    let sum = 0;
    for (const { sign, index } of signs) sum += scoreSign(text, index, sign, letters);
    best = Math.max(best, sum);
  }
  return best;
}
