import { findEndMarker } from "../tail/find-end-marker.ts";
import { indentOf, isBlank, lineLength, lineText } from "../lines/line-text.ts";
import { isSeparator } from "../lines/is-separator.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { readLabels } from "../labels/read-labels.ts";
import { readLabelElement } from "./read-label-element.ts";
import { measureWrap } from "./measure-wrap.ts";
import type { Element } from "./element.ts";
import { isByAlone, isNameLine, readByline } from "./read-byline.ts";
import { readPartLine } from "./read-part.ts";
import { scoreProse } from "./score-prose.ts";
import { readMailBlock } from "../cut/read-mail-block.ts";

const EMAIL_ONLY = /^[\s<(\[]*(?:e-?mail|mail)?[\s:]*[\w.&'+-]+@[\w.-]+[\s>)\].]*(?:or\s+\S+@\S+)?$/i;
const COPYRIGHT =
  /^[\s*_(]*(?:copyright\b|©|\(c\)|&copy;).{0,80}$|^.{2,50},?\s(?:©|\(c\)|c\.)\s*(?:19|20)\d\d\.?$/iu;
const DATE_ONLY =
  /^[\s*_(]*(?:(?:draft|version|written|finished|completed|posted|begun|started|dated|revised)[\w\s]{0,12}[-:]?\s*)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+(?:19|20)\d\d|\p{L}{3,9}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)[\s).*_]*$/iu;

/**
 * Gives the elements of a run of lines in order: labels, bylines, rules, mail headers, paragraphs.
 *
 * Stops after `most` elements; no judgement yet what is story.
 */
export function readElements(
  lines: LineTable,
  from: number,
  to: number,
  lexicon: Lexicon,
  most: number,
): readonly Element[] {
  const wrap = measureWrap(lines, from, to);
  const elements: Element[] = [];
  let line = from;
  let gap = 0;
  while (line < to && elements.length < most) {
    if (isBlank(lines, line)) {
      gap++;
      line++;
      continue;
    }
    const element = readOne(lines, line, to, gap, lexicon, wrap);
    elements.push(element);
    line = element.endLine;
    gap = 0;
  }
  return elements;
}

function readOne(
  lines: LineTable,
  line: number,
  to: number,
  gap: number,
  lexicon: Lexicon,
  wrap: { readonly width: number; readonly unwrapped: boolean },
): Element {
  const mail = readMailBlock(lines, line, to);
  if (mail !== undefined) return make(lines, line, mail.endLine, gap, "mail");
  if (isSeparator(lines, line)) return make(lines, line, line + 1, gap, "separator");
  if (lines.text[lines.first[line] ?? 0] === ">") {
    let end = line + 1;
    while (end < to && lines.text[lines.first[end] ?? 0] === ">") end++;
    return make(lines, line, end, gap, "quoted");
  }
  const special = readSpecial(lines, line, to, gap, lexicon);
  if (special !== undefined) return special;
  const labelled = readLabelElement(lines, line, to, gap, lexicon, wrap);
  if (labelled !== undefined) return labelled;
  return readProse(lines, line, to, gap, lexicon, wrap);
}

function readSpecial(
  lines: LineTable,
  line: number,
  to: number,
  gap: number,
  lexicon: Lexicon,
): Element | undefined {
  if (lineLength(lines, line) > 120) return undefined;
  const words = lineText(lines, line);
  if (findEndMarker(words, lexicon) !== undefined) return make(lines, line, line + 1, gap, "end-marker");
  const part = readPartLine(words);
  if (part !== undefined) return { ...make(lines, line, line + 1, gap, "part"), part };
  if (isByAlone(words)) {
    let next = line + 1;
    while (next < to && next < line + 4 && isBlank(lines, next)) next++;
    if (next < to && isNameLine(lineText(lines, next))) {
      const base = lines.first[line] ?? 0;
      const start = (lines.first[next] ?? 0) - base;
      return {
        ...make(lines, line, next + 1, gap, "byline"),
        byline: { author: { start, end: (lines.last[next] ?? 0) - base } },
      };
    }
  }
  const byline = readByline(words);
  if (byline !== undefined && mayBeByline(words, byline.title !== undefined))
    return { ...make(lines, line, line + 1, gap, "byline"), byline };
  if (EMAIL_ONLY.test(words)) return make(lines, line, line + 1, gap, "email");
  if (COPYRIGHT.test(words)) return make(lines, line, line + 1, gap, "copyright");
  if (DATE_ONLY.test(words)) return make(lines, line, line + 1, gap, "date");
  return undefined;
}

function mayBeByline(words: string, titled: boolean): boolean {
  return !titled || !/[.!?]["”']?$/.test(words) || /\b\p{Lu}\.$/u.test(words);
}

function readProse(
  lines: LineTable,
  line: number,
  to: number,
  gap: number,
  lexicon: Lexicon,
  wrap: { readonly width: number; readonly unwrapped: boolean },
): Element {
  const firstIndent = indentOf(lines, line);
  let end = line + 1;
  while (end < to && !isBlank(lines, end) && !wrap.unwrapped && !isSeparator(lines, end)) {
    const short = lineLength(lines, end - 1) < wrap.width * 0.6;
    if (end - line < 400 && (short || end === line + 1)) {
      if (readSpecial(lines, end, to, 0, lexicon) !== undefined) break;
      if (
        readLabels(lines.text, lines.first[end] ?? 0, lines.last[end] ?? 0, lexicon).some(
          (hit) => hit.strength === "known",
        )
      )
        break;
    } else if (
      readLabels(lines.text, lines.first[end] ?? 0, lines.last[end] ?? 0, lexicon)[0]?.strength === "known"
    )
      break;
    if (indentOf(lines, end) > firstIndent + 1 && indentOf(lines, end) > indentOf(lines, end - 1) + 1) break;
    end++;
  }
  const range = rangeOf(lines, line, end);
  const prose = scoreProse(lines.text, range.start, range.end, lexicon);
  const single = end === line + 1 && lineLength(lines, line) <= 75 && prose.words <= 12;
  return { ...make(lines, line, end, gap, single ? "line" : "prose"), prose };
}

function make(
  lines: LineTable,
  firstLine: number,
  endLine: number,
  gap: number,
  kind: Element["kind"],
): Element {
  return { kind, firstLine, endLine, gap, range: rangeOf(lines, firstLine, endLine) };
}

function rangeOf(lines: LineTable, firstLine: number, endLine: number): { start: number; end: number } {
  let last = endLine - 1;
  while (last > firstLine && isBlank(lines, last)) last--;
  return { start: lines.first[firstLine] ?? 0, end: lines.last[last] ?? 0 };
}
