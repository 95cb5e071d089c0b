import type { Claim, TextRange } from "../../terms/index.ts";
import { parseAuthors } from "../values/parse-people.ts";
import { parseTitle } from "../values/parse-title.ts";
import { claimOfPart } from "./claim-maker.ts";

const NOTICE =
  /^\W*["“„«]([^"”“»]{2,90})["”“»],?\s+(?:(?:is|are)\s+)?(?:copyright|©|\(c\))[\s,]*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-,]\s*(?:19|20)?\d\d)?)?[\s,]*(?:by\s+)?/iu;
const NAME =
  /^(?=\p{Lu}|~)[^,.;()\d\n]{2,50}?(?=[,.;(\n]|\s+(?:save|except|and all|all|but|where|for|with|may|who)\b|$)/u;

/** Gives title and author of a sentence such as `"The Long Watch" is copyright (c) 1994 by Ann Author`. */
export function copyrightClaims(text: string, sentence: TextRange): readonly Claim[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300));
  const found = NOTICE.exec(words);
  if (found?.[1] === undefined) return [];
  const titleAt = sentence.start + words.indexOf(found[1]);
  const claims = parseTitle(text, titleAt, titleAt + found[1].length).map((part) =>
    claimOfPart(text, "title", part, "prose-copyright"),
  );
  const name = NAME.exec(words.slice(found[0].length));
  if (name === null || /^(?:all|the|no)\b/i.test(name[0])) return claims;
  const start = sentence.start + found[0].length;
  return [
    ...claims,
    ...parseAuthors(text, start, start + name[0].length).map((part) =>
      claimOfPart(text, "author", part, "prose-copyright"),
    ),
  ];
}
