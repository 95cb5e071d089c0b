import type { Claim, TextRange } from "../../terms/index.ts";
import { findPart } from "../head/read-part.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findPhrases } from "../lexicon/phrase-index.ts";
import { splitWords } from "../lexicon/split-words.ts";
import { findAddress } from "../values/parse-email.ts";
import { parseAuthors } from "../values/parse-people.ts";
import { parseDate } from "../values/parse-date.ts";
import { splitSentences } from "../values/parse-warnings.ts";
import { parseTitle } from "../values/parse-title.ts";
import { claimOfPart, makeClaim } from "./claim-maker.ts";
import { copyrightClaims } from "./copyright-claims.ts";
import { ratingInLine } from "./claims-of-head.ts";

const RIGHTS =
  /infring|\bbelongs?(?:ing)?\b|\bpropert(?:y|ies) of|creation and property|\bown(?:s|ed)?\b.{0,20}\b(?:none|nothing|them|any|it|by)\b|\b(?:don't|do not|doesn't|does not|didn't|not)\s+own\b|\b(?:not|aren't|isn't|never) (?:really )?mine\b|\bdis?c?lai?m|\bstandard dis|characters?\b[^.]{0,100}\bare\s+[(©)]|\bcopyrights?\b(?! \d)(?!ed)|\bcopyrighted by\b|\bcopywrite|used? (?:here )?(?:without permission|unasked)|characters? (?:is|are|and)? ?(?:©|\(c\)|the property|created)|(?:based on|uses?) (?:the )?(?:characters|television|situations)|\bevery right to\b|trademark|all rights (?:belong|reserved to)|gehör|eigentum|принадлеж|pertenec|appartien/i;
const OPENER = /\b(?:here follows|entitled|titled|called|i give you|presents?:?)\s*,?\s*(?=["“])/i;
const ARCHIVE =
  /\b(?:redistribut\w*|freely distributed?|distributed? (?:this|freely|in any|as long)|not for (?:re)?publication|(?:may|can|please|don't|do not|feel free to|permission to|you may|ok to|okay to)\s+(?:not\s+)?(?:be\s+)?(?:freely\s+)?(?:re-?post|re-?print|archive|distribute|cop(?:y|ied)|host|link|reproduce|put (?:it |this |them )?(?:up|anywhere|on)|publish|post)\w*\b(?! (?:comments|any|your|the (?:rest|next)|it as|more))|archive\?|^archive (?:it|this|them|at will|anywhere|away|freely|only|wherever|as you|if you)\b|\b(?:want|wish|like|care) to (?:archive|host|link to|put up) (?:it|this|them|my)\b|\b(?:want|like) (?:it|this|them) (?:for|on) your (?:site|page|archive|list)|archivier\w*|archivar\b|weiterverbreit\w*|размещени\w*|распростран\w*|\b(?:be\s+)?pass(?:ed)?\s+(?:it\s+|this\s+)?(?:about|around|along)\b|\b(?:can|may)\s+(?:go|live|stay)\s+(?:up\s+)?(?:in|on|into)\b[^.!?]{0,30}\b(?:archives?|sites?|pages?)\b)/i;
const EXCUSED = /\b(?:can anybody|how to|i don't know|will be post|i will post|i'll post|carriage)\b/i;
const DEDICATION =
  /^(?:dedicated to|this (?:story|one|fic|is|piece)(?:'s| is)? (?:dedicated to|for)\b|for my (?:friend|mother|sister|dear|beta)|to my (?:friend|dear|sister|mother|beta|father|brother|husband)|in memory of)/i;
const GREETING =
  /^(?:hi|hello|hey|hola|greetings|thanks|thank you|enjoy|well|okay|ok|so|anyway|have fun|cheers|love|bye|ps|p\.s|hallo)\b.{0,24}$/i;
const MUST_ANSWER =
  /\b(?:comments?|feedback|feed back|flames (?:will|to|are|welcome)|flame me|comments, flames|(?:and|or) flames|critici[sz]m|critique|suggestions?|sugestions?|responses?|reviews?|opinions?|praise|complaints)\b|\b(?:let me know|tell me|write to me|mail me|e-mail me|email me|hear from|hear what|send me (?:comments|feedback|your|mail|e-?mail|a note|an? e)|say so to the author|direct all|correspondence|c&c)\b/i;

const NO_WISH =
  /\b(?:get|gets|got|need|some|had|received|without|gotten|for (?:the|your|all))\s+(?:some\s+|the\s+|your\s+|all the\s+)?(?:feedback|comments|reviews)\b|\b\d+ comments?\b|\bleave a comment\b|\bpost a new comment\b|\bno one's complained\b|\bthank/i;

/** What prose around the story says, beyond its claims. */
export interface ProseClaims {
  readonly claims: readonly Claim[];
  /** Prose by author or poster that is no disclaimer and no wish for feedback. */
  readonly notes: TextRange | undefined;
}

/** Gives the claims of the sentences somebody writes around a story: rights, feedback, archiving, rating, part, date, titles in quotes. */
export function claimsOfProse(text: string, ranges: readonly TextRange[], lexicon: Lexicon): ProseClaims {
  const claims: Claim[] = [];
  let notes: TextRange | undefined;
  for (const range of ranges) {
    const sentences = splitSentences(text, range.start, range.end);
    const kinds = sentences.map((sentence) => kindOf(text, sentence));
    claims.push(...feedbackClaims(text, sentences, kinds, range.end));
    claims.push(...summaryClaims(text, range, sentences, lexicon));
    let answers = false;
    sentences.forEach((sentence, index) => {
      const words = text.slice(sentence.start, sentence.end);
      const kind = kinds[index];
      if (kind === "rights") claims.push(makeClaim(text, "disclaimer", sentence, "prose-rights"));
      if (ARCHIVE.test(words) && !EXCUSED.test(words) && words.length < 400)
        claims.push(
          makeClaim(text, "archive-permission", permissionRun(text, sentences, index), "prose-archive"),
        );
      if (index === 0 && DEDICATION.test(words))
        claims.push(makeClaim(text, "dedication", sentence, "prose-dedication"));
      claims.push(
        ...seriesClaims(text, sentence),
        ...warningClaims(text, sentence),
        ...openerClaims(text, sentence),
        ...copyrightClaims(text, sentence),
        ...ratingInLine(text, sentence, lexicon),
        ...partClaims(text, sentence),
        ...copyrightDate(text, sentence),
      );
      if (kind === "feedback") answers = true;
      const counted =
        kind === "other" &&
        !answers &&
        !ARCHIVE.test(words) &&
        !(kinds[0] === "rights" && sentences.length <= 4) &&
        (words.split(/\s+/).length >= 7 ||
          (words.split(/\s+/).length >= 4 &&
            /\b(?:i|i'm|my|me|you|your|this|story|fic|note|notes|we)\b/i.test(words))) &&
        !GREETING.test(words) &&
        isSentence(words) &&
        !/@/.test(words.slice(0, 60));
      if (counted && notes === undefined) notes = range;
    });
    const address = findAddress(text, range.start, range.end);
    if (address !== undefined)
      claims.push(
        claimOfPart(
          text,
          "email",
          address,
          /\bauthor\b|\bcontact\b/i.test(text.slice(range.start, range.end))
            ? "prose-address-author"
            : "prose-address",
        ),
      );
  }
  return { claims, notes };
}

type Kind = "rights" | "feedback" | "other";

function kindOf(text: string, sentence: TextRange): Kind {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000));
  if (RIGHTS.test(words) && !/^\W*(?:\(c\)|©|copyright) (?:19|20)/i.test(words)) return "rights";
  if (MUST_ANSWER.test(words) && !NO_WISH.test(words) && !ARCHIVE.test(words)) {
    return "feedback";
  }
  return "other";
}

/** A permission runs on over the sentences that go with it, and over the answer to its own question. */
function permissionRun(text: string, sentences: readonly TextRange[], index: number): TextRange {
  const words = (at: number): string => text.slice(sentences[at]?.start ?? 0, sentences[at]?.end ?? 0);
  let last = index;
  if (/\?\s*$/.test(words(index)) && index + 1 < sentences.length) last++;
  while (
    last + 1 < sentences.length &&
    (ARCHIVE.test(words(last + 1)) || /^all rights reserved/i.test(words(last + 1)))
  )
    last++;
  const lead = /^[\s[(]*/.exec(words(index))?.[0].length ?? 0;
  return { start: (sentences[index]?.start ?? 0) + lead, end: sentences[last]?.end ?? 0 };
}

/** The run from the first to the last sentence that asks for an answer, and the address it ends in. */
function feedbackClaims(
  text: string,
  sentences: readonly TextRange[],
  kinds: readonly Kind[],
  limit: number,
): readonly Claim[] {
  const first = kinds.indexOf("feedback");
  if (first === -1) return [];
  let last = first;
  for (let next = first + 1; next < kinds.length && next <= last + 3; next++)
    if (kinds[next] === "feedback") last = next;
  const begin = sentences[first];
  const finish = sentences[last];
  if (begin === undefined || finish === undefined) return [];
  const lead = /^\W*(?:but|so|and)\s+/i.exec(text.slice(begin.start, begin.start + 12))?.[0].length ?? 0;
  const range = { start: begin.start + lead, end: addressEnd(text, finish.end, limit) };
  if (range.end - range.start > 900) return [];
  const addressed = /\S@\S/.test(text.slice(range.start, range.end));
  return [makeClaim(text, "feedback", range, addressed ? "prose-feedback-to" : "prose-feedback")];
}

/** "...send comments to:" is not over before the name and address under it. */
function addressEnd(text: string, end: number, limit: number): number {
  if (!/(?:[:,]|\b(?:to|at|me))\s*$/.test(text.slice(Math.max(0, end - 6), end))) return end;
  const found = /^\s*(?:\p{Lu}[\p{L}. ]{2,30}\s*\n\s*)?[\w.&'+-]+@[\w.-]+\w/u.exec(
    text.slice(end, Math.min(text.length, end + 160, Math.max(limit, end + 160))),
  );
  return found === null ? end : end + found[0].length;
}

function summaryClaims(
  text: string,
  range: TextRange,
  sentences: readonly TextRange[],
  lexicon: Lexicon,
): readonly Claim[] {
  const first = sentences[0];
  if (first === undefined) return [];
  const hit = findPhrases(
    lexicon.boilerplate,
    splitWords(text, first.start, Math.min(first.end, first.start + 60)),
  ).find(({ value, from }) => value.kind === "summary-cue" && from === 0);
  if (hit === undefined || range.end - range.start > 800) return [];
  const whatIf = /^what if/i.test(text.slice(first.start, first.start + 8));
  return [makeClaim(text, "summary", whatIf ? first : range, "prose-summary")];
}

/** `Here follows "Title" by Author, date.` */
function openerClaims(text: string, sentence: TextRange): readonly Claim[] {
  const words = text.slice(sentence.start, sentence.end);
  const opener = OPENER.exec(words);
  if (opener === null) return [];
  const open = sentence.start + opener.index + opener[0].length;
  const close = text.slice(open + 1, open + 90).search(/["”]/);
  if (close < 1) return [];
  const claims = parseTitle(text, open, open + close + 2).map((part) =>
    claimOfPart(text, "title", part, "prose-opener"),
  );
  const rest = open + close + 2;
  const by = /^\s*,?\s*by\s+/i.exec(text.slice(rest, sentence.end));
  if (by !== null) {
    const start = rest + by[0].length;
    const stop = text.slice(start, sentence.end).search(/,|\.\s|\.$|\n\n|$/);
    claims.push(
      ...parseAuthors(text, start, start + stop).map((part) =>
        claimOfPart(text, "author", part, "prose-opener"),
      ),
    );
    const date = parseDate(text, start + stop, sentence.end);
    if (date !== undefined) claims.push(claimOfPart(text, "date", date, "prose-opener"));
  }
  return claims;
}

function partClaims(text: string, sentence: TextRange): readonly Claim[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400));
  const found =
    /\b(?:part|chapter)\s+(\d{1,2}[a-z]?|one|two|three)\s+(?:of|\/)\s*(\d{1,2}|one|two|three|four|five|six|\?)/i.exec(
      words,
    );
  if (found === null) {
    const total = /\b(?:in|of|has|runs to)\s+(\d{1,3})\s+(?:chapters|parts|episodes)\b/i.exec(words);
    if (total?.[1] === undefined) return [];
    const start = sentence.start + total.index + total[0].indexOf(total[1]);
    return [makeClaim(text, "parts-total", { start, end: start + total[1].length }, "prose-part")];
  }
  const part = findPart(found[0]);
  if (part?.total === null || part === undefined) return [];
  const base = sentence.start + found.index;
  return [
    makeClaim(
      text,
      "part",
      {
        start: base + found[0].indexOf(part.part),
        end: base + found[0].indexOf(part.part) + part.part.length,
      },
      "prose-part",
    ),
    makeClaim(
      text,
      "parts-total",
      {
        start: base + found[0].lastIndexOf(part.total),
        end: base + found[0].lastIndexOf(part.total) + part.total.length,
      },
      "prose-part",
    ),
  ];
}

function copyrightDate(text: string, sentence: TextRange): readonly Claim[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300));
  const found = /(?:copyright|©|\(c\))\s*(?=\d{1,2}\/|\p{Lu}\p{Ll}+\s+(?:19|20)\d\d)/iu.exec(words);
  if (found === null) return [];
  const date = parseDate(text, sentence.start + found.index + found[0].length, sentence.end);
  return date === undefined ? [] : [claimOfPart(text, "date", date, "prose-copyright")];
}

/** `second in "The Odd Errands"`, `part of the series "X"`. */
function seriesClaims(text: string, sentence: TextRange): readonly Claim[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400));
  const found =
    /\b(?:(?:first|second|third|fourth|fifth|sixth|next|last|part|story|installment|\d+|no\.? ?\d+)\s+(?:story\s+|part\s+)?(?:in|of)\s+(?:the|my|our)?\s*(?:series\s*,?\s*)?|(?:the|my)\s+series\s+)["“]([^"”]{3,70})["”]/i.exec(
      words,
    );
  if (found?.[1] === undefined) return [];
  const start = sentence.start + found.index + found[0].lastIndexOf(found[1]);
  return [makeClaim(text, "series", { start, end: start + found[1].length }, "prose-series")];
}

/** "there are a few graphic descriptions of ...": a warning in a sentence of its own. */
function warningClaims(text: string, sentence: TextRange): readonly Claim[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400));
  const found =
    /\bthere (?:are|is|will be) (?:a few |some |a little |a bit of |mild |strong )?(?:[\w-]+ )?(?:graphic|violen\w+|sexual|sex|gore|rape|adult|profanity|swearing|torture)\b[^.,;:!?)]{0,70}/i.exec(
      words,
    );
  if (found === null || /\bno\b/i.test(found[0])) return [];
  const start = sentence.start + found.index;
  return [makeClaim(text, "warning", { start, end: start + found[0].trimEnd().length }, "prose-warning")];
}

const SMALL_WORDS =
  /(?<![\p{L}\d])(?:the|a|an|is|are|was|were|be|to|of|and|or|but|i|i'm|i've|you|it|its|it's|this|that|these|in|on|for|with|my|me|not|as|at|from|so|if|who|und|der|die|das|ich|es|ist|zu|и|в|не|на|я|que|de|la|el|le|et)(?![\p{L}\d])/giu;

/** Two small words make a sentence; a line of a site's table has none. */
function isSentence(words: string): boolean {
  return (words.match(SMALL_WORDS)?.length ?? 0) >= 2;
}
