import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { splitList } from "./split-list.ts";
import type { ValuePart } from "./value-part.ts";

const LEAD =
  /^(?:(?:this (?:story|fic|part|chapter) is|rated|rating|about|probably|i(?:'d| would) (?:say|rate it)|maybe|let's say|overall|soft|strong|hard|light|mild)\s*:?\s+)+/i;
const REASON_WORDS =
  /^(?:(?:for|mild|some|strong|adult|sexual|graphic|bad|a little|very|slight|brief|just)\s+)*(?:language|violence|sex|swearing|gore|nudity|themes?|content|adult situations?|sexual situations?|death|rape|torture|drug use|drugs|slash|situations?|innuendo|profanity|cursing)\b/i;
const CONTENT =
  /\b(?:language|violen|abduct|adult|sex|gore|death|graphic|blood|disturbing|abuse|swearing|cursing)/i;
const INSIDE = /\b(?:NC-?1[78]|PG-?1[3-6]|PG 13|FR(?:C|T|M|AO)|R|PG|G|NC ?17)\b/;

/** Gives the rating at the start of a value and, after it, the reason; the whole value when no scale knows it. */
export function parseRating(text: string, from: number, to: number, lexicon: Lexicon): readonly ValuePart[] {
  let start = from;
  while (start < to && /[\s"'“(*[:]/.test(text[start] ?? "")) start++;
  const lead = LEAD.exec(text.slice(start, Math.min(to, start + 60)));
  if (lead !== null && !/^(?:soft|strong|hard|light|mild)/i.test(lead[0])) start += lead[0].length;
  const known = knownRating(text, start, to, lexicon);
  if (known === undefined) {
    const words = text.slice(start, to).trim();
    const inside = words.length > 24 ? INSIDE.exec(words) : null;
    if (inside !== null)
      return [withLevel(text, start + inside.index, start + inside.index + inside[0].length, lexicon)];
    return words === "" ? [] : [{ start, end: start + text.slice(start, to).trimEnd().length }];
  }
  const parts: ValuePart[] = [withLevel(text, start, known, lexicon)];
  const rest = /^[\s"'”)*\]™©.]*(?:[-–—:;,(/]|for\b|due to\b|because\b|[-–—]\s*for\b)\s*(?:for\s+)?/i.exec(
    text.slice(known, to),
  );
  if (rest !== null) {
    const reasonStart = known + rest[0].length;
    const reason = text.slice(reasonStart, to).replace(/[\s).\]]+$/, "");
    if (reason.length > 1) {
      const end = reasonStart + reason.length;
      parts.push({ start: reasonStart, end, field: "rating-reason" });
      if (REASON_WORDS.test(reason) || (/^\s*for\b/i.test(text.slice(known, to)) && CONTENT.test(reason)))
        parts.push(
          ...splitList(text, reasonStart, end, { words: true }).map((item) => ({
            ...item,
            field: "warning" as const,
          })),
        );
    }
  }
  return parts;
}

function knownRating(text: string, start: number, to: number, lexicon: Lexicon): number | undefined {
  const window = text.slice(start, Math.min(to, start + 28)).toLowerCase();
  let best: number | undefined;
  for (let length = Math.min(window.length, 26); length >= 1; length--) {
    if (/[\p{L}\d]/u.test(window[length - 1] ?? "") && /[\p{L}\d]/u.test(window[length] ?? "")) continue;
    if (!lexicon.ratings.has(window.slice(0, length))) continue;
    if (window[length] === "+" || (window[length] === "-" && /\d/.test(window[length + 1] ?? ""))) continue;
    best = start + length;
    break;
  }
  return best;
}

function withLevel(text: string, start: number, end: number, lexicon: Lexicon): ValuePart {
  const known = lexicon.ratings.get(text.slice(start, end).toLowerCase());
  return known === undefined ? { start, end } : { start, end, value: known.id };
}
