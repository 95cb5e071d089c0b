import type { Line } from "./line.ts";

const LONGEST = 60;

const SALUTATION =
  /^["“'„«]?(?:my (?:dear|dearest|darling|beloved|own)|dear|dearest|darling|hi|hey|hello|greetings|to whom|liebe[rs]?|hallo|sehr geehrte[r]?|mein(?:e)? liebe[rs]?|cher|chère|mon cher|ma chère|querid[oa]|car[oa]|milý|drog[ai]|kära|kjære|дорог(?:ой|ая|ие)|мил(?:ый|ая)|здравствуй(?:те)?|привет|שלום|יקר[הי]?|عزيز[يت]ي?)(?:[\s,][^.?!]{0,40})?(?:[,:!]|--|—|-)["”'»]?$/iu;
const CLOSING =
  /^(?:p\.?\s?s\.?|(?:all |with |much |lots of |oceans of )*(?:my |our |deepest |all |his |her |the )*(?:love|affection|regards|wishes|thanks|hugs|kisses)(?: always| forever| and (?:kisses|hugs|light))?|yours?(?: (?:truly|sincerely|faithfully|always|ever|forever|affectionately|in .{2,20}))?|(?:ever |always |forever |truly |sincerely |faithfully |respectfully )+yours|your(?: \S+){1,4}|sincerely(?: yours)?|respectfully|affectionately|fondly|warmly|cordially|cheers|best(?: (?:regards|wishes))?|(?:kind|warm|fond)(?:est)? regards|regards|always|forever|xoxo|love always|hugs|until (?:then|next time|tomorrow)|in (?:liebe|love)|alles liebe|liebe grüße|herzlich(?:st)?|dein[er]?|eure[r]?|mit (?:freundlichen|lieben) grüßen|с (?:любовью|уважением)|твой|твоя|ваш|всегда твой|avec (?:amour|tendresse)|bisous|je t'embrasse|con (?:amor|cariño)|tuy[oa]|באהבה|שלך)(?: to [^.?!]{2,30})?(?:,|--|—|-)$/iu;

const SHOUTED = /^(?:liebe|hallo|sehr|mein|дорог|мил|здравств|привет)/iu;

/** What kind of letter line a line is; `closing` may be followed by a signature. */
export type LetterLine = "salutation" | "closing";

/** Finds whether a line is the salutation or the closing of a letter: it stays a line of its own. */
export function findLetterLine(text: string, line: Line): LetterLine | undefined {
  const length = line.end - line.start;
  if (length > LONGEST || length < 3) return undefined;
  const last = text.charAt(line.end - 1);
  if (!`,:!-—"”'»`.includes(last)) return undefined;
  const words = text.slice(line.start, line.end);
  if (CLOSING.test(words)) return "closing";
  if (!SALUTATION.test(words)) return undefined;
  // In English only a shout ends so; German and Russian letters do.
  return /![^,:]?$/.test(words) && !SHOUTED.test(words) ? undefined : "salutation";
}

/** Tells whether a line can be the signature under a closing: a name, not a sentence. */
export function isSignature(text: string, line: Line): boolean {
  const length = line.end - line.start;
  if (length > 40) return false;
  const words = text.slice(line.start, line.end);
  return words.split(/\s+/).length <= 5 && !/[?!:;"]$/.test(words);
}
