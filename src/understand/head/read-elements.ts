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
import { findSpoilerSpaceEnd } from "./find-spoiler-space.ts";
import { findOpeningSignatureEnd } from "./find-opening-signature.ts";
import { findBoxEnd, wordsInBox } from "./find-box.ts";
import { parseCodeLine } from "../values/parse-codes.ts";
import { readMailBlock } from "../cut/read-mail-block.ts";

const REACH = 4000;
const EMAIL_ONLY =
  /^[\s<([]*(?:e-?mail|mail)?[\s:]*(?:\p{Lu}\p{L}+ )?[\w.&'+-]+@[\w.-]+[\s>)\].]*(?:or\s+\S+@\S+)?(?:\s*\d{1,2}\/\d{1,2}\/\d{2,4})?$/iu;
const COPYRIGHT =
  /^[\s*_(]*(?:copyright\b|©|\(c\)|&copy;).{0,80}$|^.{2,50},?\s(?:©|\(c\)|c\.)\s*(?:19|20)\d\d\.?$/iu;
const DATE_ONLY =
  /^[\s*_(]*(?:v[\d.]+\s+)?(?:(?:draft|version|written|finished|completed|posted|begun|started|dated|revised)[\w\s]{0,12}[-:]?\s*)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+(?:19|20)\d\d|\p{L}{3,9}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)[\s).*_]*$/iu;

/**
 * Gives the elements of a run of lines in order, one at a time: labels, bylines, rules, mail headers, paragraphs.
 *
 * No judgement yet what is story; whoever reads stops when enough is known.
 */
export function* readElements(
  lines: LineTable,
  from: number,
  to: number,
  lexicon: Lexicon,
): Generator<Element, undefined> {
  const wrap = measureWrap(lines, from, to);
  let before: Element | undefined;
  let line = from;
  let gap = 0;
  while (line < to) {
    if (isBlank(lines, line)) {
      gap++;
      line++;
      continue;
    }
    const menu = line - from < 8 && isFurniture(lines, line, lexicon);
    const element = menu
      ? make(lines, line, line + 1, gap, "furniture")
      : followsAsByline(lines, readOne(lines, line, to, gap, lexicon, wrap), before);
    yield element;
    before = element;
    line = element.endLine;
    gap = 0;
  }
  return undefined;
}

/** A line under a title, or under another byline, that names a person: a byline without "by". */
function followsAsByline(lines: LineTable, element: Element, before: Element | undefined): Element {
  if (element.kind !== "line" || before === undefined || element.gap > 3) return element;
  const words = lines.text.slice(element.range.start, element.range.end);
  const base = /^and\s+(?:by\s+)?/i.exec(words)?.[0].length ?? 0;
  const second = before.kind === "byline" && element.gap === 0 && base > 0;
  const after =
    before.kind === "line" && base === 0 && isNameElsewhere(lines.text, element.range.start, words);
  if (!second && !after) return element;
  const byline = readByline(`by ${words.slice(base)}`);
  if (byline === undefined || byline.title !== undefined) return element;
  const author = { start: byline.author.start - 3 + base, end: byline.author.end - 3 + base };
  return { ...element, kind: "byline", byline: { author } };
}

/** Whether a line of two to four capitalised words is written again near the head or foot: a name, not a place. */
function isNameElsewhere(text: string, at: number, words: string): boolean {
  if (
    words.length > 40 ||
    !/^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|la)){1,3}$/u.test(words)
  )
    return false;
  const again = text.indexOf(words, at + words.length);
  const earlier = at === 0 ? -1 : text.lastIndexOf(words, at - 1);
  if (
    (again === -1 || again > at + REACH) &&
    (earlier === -1 || earlier < at - REACH) &&
    !text.slice(at + words.length, at + REACH).includes(words.split(" ")[0] ?? "")
  )
    return false;
  const near = text.slice(Math.max(0, at - REACH), at) + text.slice(at + words.length, at + REACH);
  if (
    new RegExp(
      `(?:©|\\(c\\)|copyright|\\bby|\\bfrom:|author:?|contact|\\))\\s+(?:(?:19|20)\\d\\d,?\\s+)?${escape(words)}`,
      "iu",
    ).test(near.replace(/\s+/g, " "))
  )
    return true;
  return false;
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, " ");
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
  const signature = findOpeningSignatureEnd(lines, line, to);
  if (signature !== undefined) return make(lines, line, signature, gap, "furniture");
  if (isSeparator(lines, line))
    return readBox(lines, line, to, gap) ?? make(lines, line, line + 1, gap, "separator");
  if (lines.text[lines.first[line] ?? 0] === ">" && !isQuotedLabel(lines, line, to, lexicon)) {
    let end = line + 1;
    while (end < to && lines.text[lines.first[end] ?? 0] === ">") end++;
    return make(lines, line, end, gap, "quoted");
  }
  const space = findSpoilerSpaceEnd(lines, line, to);
  if (space !== undefined) return make(lines, line, space, gap, "furniture");
  const frame = readFrame(lines, line, gap);
  if (frame !== undefined) return frame;
  const special = readSpecial(lines, line, to, gap, lexicon);
  if (special !== undefined) return special;
  const labelled = readLabelElement(lines, line, to, gap, lexicon, wrap);
  if (labelled !== undefined) return labelled;
  return readProse(lines, line, to, gap, lexicon, wrap);
}

/** Whether a line behind a quotation sign is one of several labels: a header in a web archive's dress, not an answer's quote. */
function isQuotedLabel(lines: LineTable, line: number, to: number, lexicon: Lexicon): boolean {
  const labelled = (at: number): boolean =>
    at >= 0 &&
    at < to &&
    lines.text[lines.first[at] ?? 0] === ">" &&
    readLabels(lines.text, lines.first[at] ?? 0, lines.last[at] ?? 0, lexicon)[0]?.strength === "known";
  if (!labelled(line)) return false;
  let first = line;
  while (line - first < 30 && labelled(first - 1)) first--;
  let end = line + 1;
  while (end - line < 30 && labelled(end)) end++;
  return (
    end - first >= 3 && !/:$|wrote|writes/.test(lineText(lines, first - (isBlank(lines, first - 1) ? 2 : 1)))
  );
}

/** A box drawn with signs: the byline or the title inside it speaks, else it is a board's advert. */
function readBox(lines: LineTable, line: number, to: number, gap: number): Element | undefined {
  const end = findBoxEnd(lines, line, to);
  if (end === undefined) return undefined;
  for (const { start, end: stop } of wordsInBox(lines, line, end)) {
    const found = /^\W*by\b/i.test(lines.text.slice(start, stop))
      ? readByline(lines.text.slice(start, stop))
      : undefined;
    if (found === undefined) continue;
    const box = make(lines, line, end, gap, "byline");
    const shift = start - box.range.start;
    return {
      ...box,
      byline: { author: { start: found.author.start + shift, end: found.author.end + shift } },
    };
  }
  return make(lines, line, end, gap, "furniture");
}

/** Markers that fence a text in: `*** START OF THE ... ***`, `-----BEGIN FORWARDED MESSAGE-----`. */
function readFrame(lines: LineTable, line: number, gap: number): Element | undefined {
  const words = lineText(lines, line).slice(0, 120);
  if (
    !/^(?:\W{3,40}\s*)?(?:START|BEGIN|END)\b/i.test(words) ||
    !/^\W{3}|^End of (?:(?:the |this )?Project|\S*[ -]?Digest)\b/i.test(words)
  )
    return undefined;
  if (/^\W*(?:START OF|BEGIN)\b/i.test(words)) return make(lines, line, line + 1, gap, "frame-start");
  if (
    /^\W*END\b.*(?:\W{3}$|project|message|ebook|etext|digest)/i.test(words) &&
    !/^\W*(?:the )?end\W*$/i.test(words)
  )
    return make(lines, line, line + 1, gap, "frame-end");
  return undefined;
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
  if (findEndMarker(words, lexicon) !== undefined && !runsInto(lines, line))
    return make(lines, line, line + 1, gap, "end-marker");
  const part = readPartLine(words);
  if (part !== undefined) return { ...make(lines, line, line + 1, gap, "part"), part };
  const codes = parseCodeLine(lines.text, rangeOf(lines, line, line + 1), lexicon);
  if (codes !== undefined) return { ...make(lines, line, line + 1, gap, "codes"), codes };
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
  if (
    byline !== undefined &&
    mayBeByline(words, byline.title !== undefined) &&
    !((byline.title !== undefined || byline.author.start > 14) && runsOn(lines, line, to))
  )
    return { ...make(lines, line, hasRemnant(lines, line, to) ? line + 2 : line + 1, gap, "byline"), byline };
  if (
    (/^(?:In article\b|On .{6,60}\bwrote:$)|\b(?:writes|wrote|schrieb):\s*$/.test(words) &&
      words.includes("@")) ||
    words.startsWith("In article <")
  )
    return make(lines, line, line + 1, gap, "quoted");
  if (words.includes("@") && EMAIL_ONLY.test(words)) return make(lines, line, line + 1, gap, "email");
  const numbered = /\d/.test(words);
  if (
    (numbered || /^[\s*_(]*[c©&]/i.test(words)) &&
    COPYRIGHT.test(words) &&
    !runsOn(lines, line, to) &&
    !/^\W*copyright (?:info|notice|disclaimer)?\s*:/i.test(words)
  )
    return make(lines, line, line + 1, gap, "copyright");
  if (numbered && DATE_ONLY.test(words))
    return {
      ...make(lines, line, line + 1, gap, "date"),
      dated:
        /^\W*(?:draft|v[\d.]|version|written|finished|completed|posted|begun|started|dated|revised)/i.test(
          words,
        ),
    };
  return undefined;
}

/** Whether a line is the lower half of a wrapped sentence: "...he reads on to / the end of the line." */
function runsInto(lines: LineTable, line: number): boolean {
  if (isBlank(lines, line - 1) || lineLength(lines, line - 1) < 40) return false;
  return /[\p{L},]$/u.test(lineText(lines, line - 1)) && /^\p{Ll}/u.test(lineText(lines, line).slice(0, 2));
}

/** Whether a line is the upper half of a wrapped sentence. */
function runsOn(lines: LineTable, line: number, to: number): boolean {
  if (line + 1 >= to || isBlank(lines, line + 1) || lineLength(lines, line) < 48) return false;
  return (
    /^\p{Ll}/u.test(lineText(lines, line + 1).slice(0, 2)) ||
    (/\p{Ll}$/u.test(lineText(lines, line)) && lineLength(lines, line + 1) > 48)
  );
}

/** Whether a full byline runs over into one short word or two on the next line. */
function hasRemnant(lines: LineTable, line: number, to: number): boolean {
  return (
    line + 1 < to &&
    lineLength(lines, line) > 60 &&
    !isBlank(lines, line + 1) &&
    lineLength(lines, line + 1) < 20 &&
    isBlank(lines, line + 2) &&
    lineText(lines, line + 1).endsWith(".")
  );
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
  const stop = isShortLine(lines, line, to, wrap.width) ? end : to;
  while (
    end < stop &&
    !isBlank(lines, end) &&
    (!wrap.unwrapped || runsOver(lines, end - 1)) &&
    !isSeparator(lines, end)
  ) {
    const short = lineLength(lines, end - 1) < wrap.width * 0.6;
    if (
      end - line < 400 &&
      (short ||
        end === line + 1 ||
        /^\W*(?:by|written by|©|\(c\))\b/i.test(lineText(lines, end).slice(0, 14)))
    ) {
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
  const legend =
    single &&
    /^(?:["“'‘/*~<[({_:=-]{1,3}\s?(?:\.{2,3}|…|\w+)\s?["”'’/*~>\])}_:=-]{1,3})\s*[-=:]*\s*\p{L}[\p{L}' ]{2,40}$/u.test(
      lineText(lines, line),
    ) &&
    /\.{2,3}|…|=|thought|speech|telepath|song|lyrics|flashback|dream/i.test(lineText(lines, line));
  return { ...make(lines, line, end, gap, single ? "line" : "prose"), prose, ...(legend ? { legend } : {}) };
}

/** Whether a line of ordinary width ends in the middle of a sentence: wrapped, though the story's paragraphs are not. */
function runsOver(lines: LineTable, line: number): boolean {
  const length = lineLength(lines, line);
  return length >= 50 && length <= 100 && /[\p{L},]$/u.test(lineText(lines, line).slice(-2));
}

/** A line that ends long before the margin and does not run on is a line of its own: a title, a dateline, verse. */
function isShortLine(lines: LineTable, line: number, to: number, width: number): boolean {
  if ((lines.last[line] ?? 0) - (lines.start[line] ?? 0) >= width * 0.6 || lineLength(lines, line) > 50)
    return false;
  if (line + 1 >= to || isBlank(lines, line + 1)) return true;
  return !/^\p{Ll}/u.test(lineText(lines, line + 1).slice(0, 2));
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

/** A line of a site's frame: an advert, a menu. */
function isFurniture(lines: LineTable, line: number, lexicon: Lexicon): boolean {
  const length = lineLength(lines, line);
  if (length > 90 || length < 6) return false;
  const { furniture, rights, feedback, words, story } = scoreProse(
    lines.text,
    lines.first[line] ?? 0,
    lines.last[line] ?? 0,
    lexicon,
  );
  return furniture > 0 && rights + feedback === 0 && story < 0.5 && words <= furniture * 9;
}
