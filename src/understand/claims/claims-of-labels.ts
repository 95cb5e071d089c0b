import type { Claim, TextRange } from "../../terms/index.ts";
import type { LabelContext, LabelRow } from "../../vocabulary/index.ts";
import type { LabelLine } from "../head/element.ts";
import { findPart } from "../head/read-part.ts";
import type { LabelHit } from "../labels/label-hit.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findAddress } from "../values/parse-email.ts";
import { findFandoms } from "../values/find-fandoms.ts";
import { parseAuthors } from "../values/parse-people.ts";
import { parseDate } from "../values/parse-date.ts";
import { parsePairings } from "../values/parse-pairings.ts";
import { parseRating } from "../values/parse-rating.ts";
import { parseTitle } from "../values/parse-title.ts";
import { parseWarnings } from "../values/parse-warnings.ts";
import { splitList } from "../values/split-list.ts";
import { trimSubject } from "../values/trim-subject.ts";
import { trimRange, unwrapRange } from "../values/trim-range.ts";
import type { ValuePart } from "../values/value-part.ts";
import { claimOfPart } from "./claim-maker.ts";

const LONGEST_VALUE = 12_000;

/** Gives the claims of one label and its value: the row is chosen by the value's shape, the value read by the row's parser. */
export function claimsOfLabel(text: string, line: LabelLine, lexicon: Lexicon): readonly Claim[] {
  const { hit } = line;
  const value = trimRange(text, line.value.start, Math.min(line.value.end, line.value.start + LONGEST_VALUE));
  const label = text.slice(hit.label.start, hit.label.end);
  const rule = ruleOf(hit);
  if (hit.rows.length === 0) {
    return value.end > value.start ? [claimOfPart(text, "unknown", value, rule, { label })] : [];
  }
  const row = chooseRow(text, hit, value, lexicon);
  if (row === undefined || value.end <= value.start) return [];
  if (row.field === "title" && (text[hit.label.end] === "]" || hit.strength === "weak")) {
    const { range, codes } = trimSubject(text, value, lexicon, true);
    const title = parseTitle(text, range.start, range.end).map((part) =>
      claimOfPart(text, "title", part, rule, { label }),
    );
    return [...title, ...codes.map((part) => claimOfPart(text, "pairing", part, "subject-codes"))];
  }
  return parseValue(text, value, row, lexicon).map((part) =>
    claimOfPart(text, row.field, part, rule, { label }),
  );
}

function ruleOf(hit: LabelHit): string {
  return hit.strength === "known" ? "label-line" : `label-${hit.strength}`;
}

function chooseRow(text: string, hit: LabelHit, value: TextRange, lexicon: Lexicon): LabelRow | undefined {
  const special = hit.rows.find((row) => row.when !== undefined && fits(row.when, text, value, lexicon));
  return special ?? hit.rows.find((row) => row.when === undefined) ?? hit.rows[0];
}

function fits(context: LabelContext, text: string, value: TextRange, lexicon: Lexicon): boolean {
  const words = text.slice(value.start, Math.min(value.end, value.start + 200));
  switch (context) {
    case "show": {
      const first = findFandoms(text, value.start, Math.min(value.end, value.start + 60), lexicon)[0];
      return first !== undefined && first.start - value.start <= 5;
    }
    case "pairing":
      return (
        /^(?:[\p{L}\d'’.]+\s?)?[\p{L}\d'’.]+\/[\p{L}\d?]/u.test(words) &&
        words.length < 120 &&
        !/\b(?:angst|romance|humor|action|drama)\/|\/(?:angst|romance|humou?r|action|drama|comfort)\b/i.test(
          words,
        )
      );
    case "content":
      return (
        /\bviolen|\bsex|gender|\blove between|graphic|adult|language|subtext|\brape|\bdeath|\bhurt|women|\bmen\b/i.test(
          words,
        ) && !/\b(?:own|belong|mine|copyright|property|infringement|rights?|credit|borrow)/i.test(words)
      );
  }
}

function parseValue(text: string, value: TextRange, row: LabelRow, lexicon: Lexicon): readonly ValuePart[] {
  const { start, end } = value;
  switch (row.value) {
    case "title":
      return parseTitle(text, start, end);
    case "author":
      return parseAuthors(text, start, end);
    case "people":
    case "prose":
    case "prose-warnings":
    case "permission":
      return [value];
    case "feedback":
      return feedbackParts(text, value);
    case "rating":
      return parseRating(text, start, end, lexicon);
    case "pairings":
      return parsePairings(text, start, end, lexicon);
    case "pairings-or-characters":
      return splitPairingsAndCharacters(text, value, lexicon);
    case "characters":
      return splitCharacters(text, value);
    case "warnings":
      return parseWarnings(text, start, end, lexicon);
    case "date": {
      const date = parseDate(text, start, end);
      return date === undefined ? [value] : [date];
    }
    case "email": {
      const address = findAddress(text, start, end);
      return address === undefined ? [] : [address];
    }
    case "fandoms":
      return fandomParts(text, value, lexicon);
    case "part":
      return partParts(text, value);
    case "series":
      return seriesParts(text, value);
    case "words":
      return [value];
  }
}

function feedbackParts(text: string, value: TextRange): readonly ValuePart[] {
  const address = findAddress(text, value.start, value.end);
  const rest = text
    .slice(value.start, value.end)
    .replace(address === undefined ? "" : text.slice(address.start, address.end), "");
  const parts: ValuePart[] = address === undefined ? [] : [{ ...address, field: "email" }];
  return /[\p{L}\d]{2}/u.test(rest.replace(/\b(?:to|at|mailto|email|e-mail)\b/gi, "")) ||
    address === undefined
    ? [value, ...parts]
    : [value, ...parts];
}

function splitPairingsAndCharacters(text: string, value: TextRange, lexicon: Lexicon): readonly ValuePart[] {
  return splitList(text, value.start, value.end).flatMap((item) =>
    /\/|\bx\b|&/.test(text.slice(item.start, item.end))
      ? parsePairings(text, item.start, item.end, lexicon)
      : [{ ...item, field: "character" as const }],
  );
}

function splitCharacters(text: string, value: TextRange): readonly ValuePart[] {
  if (/^(?:none|n\/a|keine|нет)[.\s]*$/i.test(text.slice(value.start, value.end)))
    return [{ ...value, qualifiers: ["none"] }];
  return splitList(text, value.start, value.end, { words: true, slashes: true }).map((item) => {
    const trimmed = text
      .slice(item.start, item.end)
      .replace(/[.\s]+$/, (tail) => (/\b\p{Lu}\.$/u.test(text.slice(item.start, item.end)) ? tail : ""));
    return { start: item.start, end: item.start + trimmed.length };
  });
}

function fandomParts(text: string, value: TextRange, lexicon: Lexicon): readonly ValuePart[] {
  if (
    /^(?:various|multiple|none|canon|other|n\/a|see .{0,30}|atf|ou|ow|(?:https?:\/\/)?[\w.-]+\.(?:net|com|org)\b\S*)\W*$/i.test(
      text.slice(value.start, value.end),
    )
  )
    return [{ ...value, qualifiers: ["none"] }];
  const spoilers = /[,;.]?\s*\(?spoilers?\s+(?:for|to|through|up to)\s+/i.exec(
    text.slice(value.start, value.end),
  );
  const end = spoilers === null ? value.end : value.start + spoilers.index;
  const parts: ValuePart[] = splitList(text, value.start, end, { words: false })
    .flatMap((item) => splitCrossover(text, item, lexicon))
    .map((item) => unwrapRange(text, item, '"“«„'));
  if (spoilers !== null)
    parts.push({
      start: value.start + spoilers.index + spoilers[0].length,
      end: value.end,
      field: "spoilers",
    });
  return parts;
}

/** "Buffy/Highlander" is two fandoms when both sides are known ones. */
function splitCrossover(text: string, item: TextRange, lexicon: Lexicon): readonly TextRange[] {
  const words = text.slice(item.start, item.end);
  if (!/\/|\bx\b|\+|\band\b/i.test(words)) return [item];
  const names = findFandoms(text, item.start, item.end, lexicon);
  return new Set(names.map(({ id }) => id)).size > 1 && names.length > 1 ? names : [item];
}

function partParts(text: string, value: TextRange): readonly ValuePart[] {
  const words = text.slice(value.start, Math.min(value.end, value.start + 60));
  const found =
    /^\s*[#(]?\s*(\d{1,3}(?:\.\d+)?[a-z]?|[ivxl]+|one|two|three|four|five|six|seven|eight|nine|ten|prologue|epilogue)\b(?:\s*(?:\/|of|von|из)\s*(\d+|\?+|[ivxl]+))?/i.exec(
      words,
    );
  if (found?.[1] === undefined) {
    const inner = findPart(words);
    return inner === undefined
      ? []
      : [
          {
            start: value.start + words.indexOf(inner.part, inner.start),
            end: value.start + words.indexOf(inner.part, inner.start) + inner.part.length,
          },
        ];
  }
  const start = value.start + found[0].indexOf(found[1]);
  const parts: ValuePart[] = [{ start, end: start + found[1].length }];
  if (found[2] !== undefined) {
    const at = value.start + found[0].lastIndexOf(found[2]);
    parts.push({ start: at, end: at + found[2].length, field: "parts-total" });
  }
  return parts;
}

function seriesParts(text: string, value: TextRange): readonly ValuePart[] {
  const words = text.slice(value.start, value.end);
  if (/^(?:none|no|n\/a|nope|not yet|maybe|keine?|нет)[.!\s]*$/i.test(words))
    return [{ ...value, qualifiers: ["none"] }];
  const numbered = /^(.{2,80}?)[\s,:(-]*(?:#|no\.?|part|book|story|number|teil)\s*\d+.*$/is.exec(words);
  const end = numbered?.[1] === undefined ? value.end : value.start + numbered[1].length;
  return [unwrapRange(text, { start: value.start, end }, "\"“«„‘'")];
}
