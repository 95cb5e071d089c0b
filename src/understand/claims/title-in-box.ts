import type { Claim } from "../../terms/index.ts";
import type { Element } from "../head/element.ts";
import { wordsInBox } from "../head/find-box.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import { claimOfPart, makeClaim } from "./claim-maker.ts";
import { parseTitle } from "../values/parse-title.ts";

const SPACED = /^(?:[\p{L}\d]\s+)+[\p{L}\d][.!?]?$/u;

/**
 * Gives the title a drawn box shows above its byline: one run of words, or several letter-spaced ones with drawings between.
 *
 * For several, the range covers them all and the words are those of the title alone, so that its precision is the element's.
 */
export function titleInBox(
  lines: LineTable,
  { byline, firstLine, endLine, range }: Element,
): readonly Claim[] {
  const { text } = lines;
  const by = range.start + (byline?.author.start ?? 0);
  const runs = wordsInBox(lines, firstLine, endLine).filter(
    ({ start, end }) =>
      end < by && !/^\W*by\b/i.test(text.slice(start, end)) && !/[\\/_]/.test(text.slice(start, end)),
  );
  const spaced = runs.filter(({ start, end }) => SPACED.test(text.slice(start, end)));
  const first = spaced[0] ?? runs[0];
  if (first === undefined) return [];
  const last = spaced.at(-1) ?? first;
  if (last === first)
    return parseTitle(text, first.start, first.end).map((part) =>
      claimOfPart(text, "title", part, "title-line"),
    );
  const words = spaced.map(({ start, end }) => text.slice(start, end).replace(/\s/g, "")).join(" ");
  const claim = makeClaim(text, "title", { start: first.start, end: last.end }, "title-line", {
    value: words,
  });
  return [{ ...claim, asWritten: words, precision: "element" }];
}
