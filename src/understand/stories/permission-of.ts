import type { Claim, Permission } from "../../terms/index.ts";
import type { PostingRead } from "../cut/read-posting.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findPhrases } from "../lexicon/phrase-index.ts";
import { splitWords } from "../lexicon/split-words.ts";

/**
 * Gives how far the author lets others keep the story: the strictest of all that is said; silence is not consent.
 *
 * "Yes, but ask me first" is ask-first; "No problem, take it" is given.
 */
export function permissionOf(
  text: string,
  claims: readonly Claim[],
  postings: readonly PostingRead[],
  lexicon: Lexicon,
): Permission {
  if (postings.some(({ mails }) => mails.some(({ fields }) => isYes(text, fields.get("x-no-archive")))))
    return "refused";
  let found: Permission = "not-stated";
  for (const claim of claims) {
    if (claim.field !== "archive-permission" || claim.range === null) continue;
    if (/x-no-archive/i.test(claim.label ?? "")) return "refused";
    found = stricter(found, meaningOf(text, claim.range.start, claim.range.end, lexicon));
  }
  return found;
}

function isYes(text: string, range: { readonly start: number; readonly end: number } | undefined): boolean {
  return range !== undefined && /^\s*yes/i.test(text.slice(range.start, range.end));
}

function meaningOf(text: string, from: number, to: number, lexicon: Lexicon): Permission {
  const words = splitWords(text, from, Math.min(to, from + 2000));
  const meanings = findPhrases(lexicon.permission, words).map(({ value, from: at, to: end }) => {
    const phrase = words.word.slice(at, end).join(" ");
    const next = words.word[end] ?? "";
    if (
      phrase === "no" &&
      /^(?:problem|problems|need|prob|worries|objection|objections|restrictions)$/.test(next)
    )
      return "given";
    if ((phrase === "no" || phrase === "nein" || phrase === "нет") && at > 0) return "not-stated";
    return value.meaning;
  });
  if (meanings.includes("refused")) return meanings[0] === "given" ? "ask-first" : "refused";
  if (meanings.includes("ask-first")) return "ask-first";
  return meanings.includes("given") ? "given" : "ask-first";
}

const STRICTNESS: readonly Permission[] = ["not-stated", "given", "ask-first", "refused"];

function stricter(a: Permission, b: Permission): Permission {
  return STRICTNESS.indexOf(a) >= STRICTNESS.indexOf(b) ? a : b;
}
