import type { TextRange } from "../../terms/index.ts";
import type { PrivateSpan } from "./private-span.ts";

const NUMBER = String.raw`(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn)`;
const OLD = String.raw`[ \t-]?(?:y(?:ea)?rs?[ \t.-]*old|y\.?[ ]?o\b|years of age|jahre(?:[ ]alt)?|лет)`;
/** What can follow a bare number that is an age: an end, a pause, a turn of the sentence. */
const PAUSE = String.raw`(?=[ \t]*(?:[.!?;:)\]*~<"]|,|$|\r?\n\r?\n|-{1,2}[ ]|(?:and|so|but|now|today|if|okay|ok|for|years|yrs|und|aber|too|lol|female|male|f|m)\b))`;
const SELF = String.raw`(?:\bI[ ]?['’´]?m|\bI[ ]am|\bim|\bich bin|\bmir ist)`;
const HEDGE = String.raw`(?:[ \t]+(?:only|just|now|almost|nearly|about|still|a|an|erst|gerade|your|but|all of|like|turning|mere))*[ \t\r\n>]+`;

/** Each has the number in a group named `age`. */
const PATTERNS: readonly RegExp[] = [
  pattern(String.raw`${SELF}${HEDGE}(?<age>${NUMBER})(?:${OLD}|${PAUSE})`),
  pattern(String.raw`${SELF}[^.!?\n]{0,30}[ ](?<age>${NUMBER})${OLD}`),
  pattern(
    String.raw`(?:^|[\n(|;,>])[ \t*_]*(?:my[ ])?(?:age|aged|alter|возраст)[ \t*_]*(?:[:=-]|is|\.{2,})[ \t]*(?<age>${NUMBER})\b(?![ ]?[+.-]?[ ]?(?:\d|and|or|to|\+|%))`,
  ),
  pattern(
    String.raw`\b(?<age>${NUMBER})${OLD}[ \t\r\n>-]+(?:\w+[ ]){0,2}(?:author|writer|fan|girl here|fangirl|student|autorin|autor|schülerin|schüler)\b`,
  ),
  pattern(String.raw`\bmy[ ](?<age>${NUMBER})th[ ]b(?:irth)?-?day`),
  pattern(String.raw`(?<![\d/])(?<age>1[0-7])[ ]?/[ ]?(?:f|m|female|male)[ ]?/[ ]?\p{L}`),
  pattern(String.raw`\b(?:author|writer|me|i)[ ](?:is|was|am)[ ](?:only|just)[ ](?<age>${NUMBER})\b`),
];

const MAY_HOLD = /\d|teen|seven|eight|nine|ten\b|eleven|twelve|five|six|zehn|zwölf|elf\b|neun/i;

function pattern(source: string): RegExp {
  return new RegExp(source, "dgimu");
}

/**
 * Finds ages under 18 that authors tell of themselves, in the zones only: a character may be any age.
 *
 * The range is the number; the words around it stay.
 */
export function findAges(text: string, zones: readonly TextRange[]): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const zone of zones) {
    const words = text.slice(zone.start, zone.end);
    if (!MAY_HOLD.test(words)) continue;
    for (const each of PATTERNS) {
      for (const match of words.matchAll(each)) {
        const [start, end] = match.indices?.groups?.["age"] ?? [0, 0];
        spans.push({ kind: "age", range: { start: zone.start + start, end: zone.start + end } });
      }
    }
  }
  return spans;
}
