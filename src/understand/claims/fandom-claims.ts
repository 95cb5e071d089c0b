import type { Claim, TextRange } from "../../terms/index.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findFandoms } from "../values/find-fandoms.ts";
import { claimOfPart } from "./claim-maker.ts";

const RIGHTS =
  /\bmy (?:first|second)\b.{0,30}\b(?:for|in)\b|\b(?:fics?|stor(?:y|ies)|episodes?) (?:for|in|of)\b|\bis \p{Lu}[\p{L}. ]{2,30}['’]s\b|\b(?:belong|belongs|own|owns|property|rights?|mine|disclaim|copyright|infring|created|creat|trademark|acknowledg|borrow|characters?|everyone|everybody|everything|men|people|crowd|show|gehör)/iu;

/** Gives the fandoms that stretches of header, notes, disclaimer, title or footer name; the first writing of each. */
export function fandomClaims(text: string, ranges: readonly TextRange[], lexicon: Lexicon): readonly Claim[] {
  const claims: Claim[] = [];
  const seen = new Set<string>();
  for (const range of ranges) {
    for (const found of findFandoms(text, range.start, Math.min(range.end, range.start + 6000), lexicon)) {
      if (
        seen.has(found.id) ||
        (found.everyday && isPartOfName(text, found.start, found.end)) ||
        (found.everyday &&
          !RIGHTS.test(
            text.slice(Math.max(range.start, found.start - 60), Math.min(range.end, found.end + 60)),
          ))
      )
        continue;
      seen.add(found.id);
      claims.push(claimOfPart(text, "fandom", found, "named-in-prose"));
    }
  }
  return claims;
}

/** "the Lost Property Office": an everyday name with another capitalised word right behind it is part of some other name. */
function isPartOfName(text: string, start: number, end: number): boolean {
  return (
    /^ (?!(?:Universe|Series|Show|The|And|Characters?|Story|Fic|Belongs?|Is|Are|Was|Were|By|Owned|Created|Copyright)\b)/iu.test(
      text.slice(end, end + 14),
    ) &&
    /^ \p{Lu}\p{L}/u.test(text.slice(end, end + 4)) &&
    !/[.:]\s*$/.test(text.slice(Math.max(0, start - 2), start))
  );
}
