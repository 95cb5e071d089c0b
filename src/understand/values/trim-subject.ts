import type { TextRange } from "../../terms/index.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { parseTrailingCodes } from "./parse-codes.ts";
import type { ValuePart } from "./value-part.ts";

/** Gives the title in a line that was a subject once, `[FIC] Title (Show) 1x2, PG`, and the codes it ends in. */
export function trimSubject(
  text: string,
  range: TextRange,
  lexicon: Lexicon,
  tagged = false,
): { readonly range: TextRange; readonly codes: readonly ValuePart[] } {
  const tag = /^(?:\[[^\]]{1,20}\]\s*)+/.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
  const codes = parseTrailingCodes(text, { start: range.start + tag, end: range.end }, lexicon);
  if (tag === 0 && codes === undefined && !tagged) return { range, codes: [] };
  const words = text.slice(range.start + tag, codes?.start ?? range.end);
  const bare = words.replace(/\s*\((?!\d|part\b)[^()]*\)\s*$/i, "");
  const kept = (bare === "" ? words : bare).trimEnd().length;
  return { range: { start: range.start + tag, end: range.start + tag + kept }, codes: codes?.parts ?? [] };
}
