import { decodeText } from "../../text/index.ts";
import type { CharsetGuess } from "./charset-guess.ts";
import { countContexts, type Context } from "./count-contexts.ts";
import { scoreSign } from "./score-sign.ts";

/** A guess with the mean worth of its signs: 1 where all are letters of one language or proper quotes. */
export interface LatinGuess extends CharsetGuess {
  readonly fit: number;
}

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
const LANGUAGES: readonly ReadonlySet<string>[] = [
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
].map((letters) => new Set(letters));

/** So well does windows-1252 fit nothing but its own texts. */
const BEYOND_DOUBT = 0.95;

/** Guesses the charset of a text in Latin letters: which of them makes words of one language and proper quotes. */
export function guessLatin(sample: Uint8Array): LatinGuess {
  const contexts = countContexts(sample);
  const high = Math.max(
    1,
    contexts.reduce((sum, context) => sum + context.count, 0),
  );
  const first = scoreContexts(contexts, CHARSETS[0]) / high;
  if (first >= BEYOND_DOUBT) return { charset: CHARSETS[0], sureness: 0.95, fit: first };
  const scored = CHARSETS.map((charset) => ({ charset, fit: scoreContexts(contexts, charset) / high }));
  const ordered = scored.toSorted((a, b) => b.fit - a.fit);
  const [best, next] = ordered as [(typeof ordered)[0], (typeof ordered)[0]];
  if (best.fit <= 0) return { charset: CHARSETS[0], sureness: 0.3, fit: 0 };
  const enough = Math.min(1, high / 4);
  // Quotes, dashes and Western letters lie alike in several of these: a draw is no doubt about windows-1252.
  const base = best.charset === CHARSETS[0] ? 0.8 : 0.55;
  const sureness = Math.min(0.97, base + (best.fit - next.fit) * 0.3 * enough);
  return { charset: best.charset, sureness, fit: best.fit };
}

/** The worth of all signs in the language that suits them best. */
function scoreContexts(contexts: readonly Context[], charset: string): number {
  let common = 0;
  const letters: { readonly lower: string; readonly known: number; readonly unknown: number }[] = [];
  for (const { bytes, count } of contexts) {
    const [before = " ", sign = "", after = " "] = decodeText(bytes, charset).text;
    const known = scoreSign(before, sign, after, true) * count;
    const unknown = scoreSign(before, sign, after, false) * count;
    common += unknown;
    if (known !== unknown) letters.push({ lower: sign.toLowerCase(), known, unknown });
  }
  let most = 0;
  for (const language of LANGUAGES) {
    let gain = 0;
    for (const { lower, known, unknown } of letters) if (language.has(lower)) gain += known - unknown;
    most = Math.max(most, gain);
  }
  return common + most;
}
