import type { TextRange } from "../../terms/index.ts";
import type { Element } from "../head/element.ts";
import { readElements } from "../head/read-elements.ts";
import { isNameLine } from "../head/read-byline.ts";
import { isSeparator } from "../lines/is-separator.ts";
import { isBlank, lineText } from "../lines/line-text.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { findEndMarker } from "./find-end-marker.ts";

/** The tail of a posting: where the story ends, and what comes after. */
export interface Tail {
  /** The line after the story's last. */
  readonly bodyEndLine: number;
  readonly elements: readonly Element[];
  readonly endMarker: TextRange | undefined;
  /** First line of the mail signature or list footer, if any. */
  readonly signatureLine: number | undefined;
}

const ADDRESS = /[\w.+-]{2,}@[\w-]+\.\w/;
/** So much story since the last line, and a label is only a word in it. */
const TOLD = 1.1;
const REACH = 90;
/** Where a message of a bulletin board network came from: `* Origin: The Lighthouse (1:234/56)`. */
const ORIGIN = /^\*? ?Origin:.*\(\d+:\d+\/\d+/;
const SIGNATURE_LINES = 24;

/**
 * Gives the tail of a posting: the mirror of `findHead`, summed from the last line upwards.
 *
 * @param unsigned - Whether nothing above named an author, so that a name under the story is worth reading.
 */
export function findTail(
  lines: LineTable,
  bodyLine: number,
  to: number,
  lexicon: Lexicon,
  unsigned = false,
): Tail {
  let end = to;
  while (end > bodyLine && isBlank(lines, end - 1)) end--;
  end = findFrameEnd(lines, bodyLine, end) ?? end;
  while (end > bodyLine && isBlank(lines, end - 1)) end--;
  const signatureLine = findSignature(lines, bodyLine, end);
  const stop = signatureLine ?? end;
  let from = Math.max(bodyLine, stop - REACH);
  while (from > bodyLine && from < stop && !isBlank(lines, from - 1)) from++;
  if (from >= stop) from = Math.max(bodyLine, stop - REACH);
  const elements = from < stop ? [...readElements(lines, from, stop, lexicon)] : [];
  let told = 0;
  const signer = elements.at(-1);
  if (unsigned && signer !== undefined) elements[elements.length - 1] = asSigned(lines, signer);
  const fence = findFence(elements);
  let sum = 0;
  let best = 0;
  let cut = elements.length;
  for (let index = elements.length - 1; index >= 0; index--) {
    if (isCoda(elements, index)) break;
    const element = elements[index];
    const { prose, kind } = element ?? {};
    if (prose !== undefined && prose.balance < -0.5 && prose.words >= 8 && kind !== "labels")
      told += prose.balance < -1 ? 1 : 0.6;
    const named =
      elements[index + 1]?.kind === "copyright" &&
      elements[index + 1]?.gap === 0 &&
      /^["“„«].*["”“»]$/.test(lineText(lines, element?.firstLine ?? 0));
    const about =
      named ||
      index > fence ||
      (index === elements.length - 1 && element !== undefined && isBracketed(lines.text, element));
    const weight = about ? 1 : weighTail(lines.text, elements, index);
    sum += told > TOLD && kind === "labels" ? 0 : weight;
    if (sum > best) {
      best = sum;
      cut = index;
    }
    if (sum < best - 9) break;
  }
  while (cut > 0 && elements[cut - 1]?.kind === "separator") cut--;
  const before = elements[cut - 1];
  if (before?.kind === "end-marker") cut--;
  while (cut > 0 && elements[cut - 1]?.kind === "separator") cut--;
  const rest = elements.slice(cut);
  const marker = rest.find(({ kind }) => kind === "end-marker");
  let bodyEndLine = rest[0]?.firstLine ?? stop;
  while (bodyEndLine > bodyLine && (isBlank(lines, bodyEndLine - 1) || isSeparator(lines, bodyEndLine - 1)))
    bodyEndLine--;
  return {
    bodyEndLine,
    elements: rest,
    endMarker: marker === undefined ? undefined : markerRange(lines, marker, lexicon),
    signatureLine,
  };
}

/** "CODA", "Epilogue", a part label with telling under it: the story goes on, whatever marker stands above. */
function isCoda(elements: readonly Element[], index: number): boolean {
  const element = elements[index];
  if (element?.kind !== "part") return false;
  const under = elements.slice(index + 1);
  const words = under.reduce(
    (sum, { prose }) => sum + (prose !== undefined && prose.balance < 0 ? prose.words : 0),
    0,
  );
  return words >= 25;
}

/** Gives the rule that opens a few lines without dialogue fenced off at the very end: about the author or the place. */
function findFence(elements: readonly Element[]): number {
  const isRule = (element: Element | undefined): boolean =>
    element?.kind === "separator" && element.range.end - element.range.start >= 30;
  if (!isRule(elements.at(-1))) return elements.length;
  let words = 0;
  for (let index = elements.length - 2; index >= Math.max(0, elements.length - 8); index--) {
    const element = elements[index];
    if (isRule(element)) return words > 0 && words <= 80 ? index : elements.length;
    if (element?.prose === undefined || element.prose.story >= 1) break;
    words += element.prose.words;
  }
  return elements.length;
}

/** A last paragraph all in square brackets that speaks of writing: about the author. */
function isBracketed(text: string, element: Element): boolean {
  return (
    element.prose !== undefined &&
    element.prose.cues > 0 &&
    element.prose.story < 0.7 &&
    text[element.range.start] === "[" &&
    text[element.range.end - 1] === "]"
  );
}

/** A last line that only signs: `- Ann Author`; asked for when nothing above names an author. */
function asSigned(lines: LineTable, element: Element): Element {
  const words = lineText(lines, element.firstLine);
  const lead = element.kind === "line" ? /^[-–—~]+\s*/.exec(words)?.[0].length : undefined;
  if (lead === undefined || !/\s/.test(words.slice(lead)) || !isNameLine(words.slice(lead))) return element;
  return { ...element, kind: "byline", byline: { author: { start: lead, end: words.length } } };
}

function markerRange(lines: LineTable, marker: Element, lexicon: Lexicon): TextRange {
  const found = findEndMarker(lineText(lines, marker.firstLine), lexicon);
  const base = lines.first[marker.firstLine] ?? 0;
  return found === undefined ? marker.range : { start: base + found.start, end: base + found.end };
}

function weighTail(text: string, elements: readonly Element[], index: number): number {
  const element = elements[index];
  switch (element?.kind) {
    case undefined:
      return 0;
    case "end-marker":
      return 7;
    case "frame-end":
      return 16;
    case "frame-start":
      return 0;
    case "separator":
      return elements.slice(index + 1).some(({ kind }) => kind !== "separator") ? 0.5 : 0.1;
    case "labels":
      return Math.max(
        ...(element.labels ?? []).map(({ hit }) =>
          hit.strength === "known"
            ? 2.5
            : hit.strength === "derived"
              ? 1.5
              : hit.strength === "unknown"
                ? -0.8
                : -0.2,
        ),
      );
    case "email":
    case "mail":
      return 4;
    case "copyright":
    case "furniture":
      return 3;
    case "byline":
      return index < elements.length - 6 ? -1 : element.byline?.title === undefined ? 2 : 0.5;
    case "part":
      return -2;
    case "quoted":
      return 1;
    case "date":
      return -0.2;
    default:
      return element === undefined ? 0 : weighProse(text, element);
  }
}

function weighProse(text: string, element: Element): number {
  const prose = element.prose;
  if (prose === undefined) return 0;
  if (prose.footer > 0 && prose.words <= 45 && prose.story < 0.8) return 3;
  if (ADDRESS.test(text.slice(element.range.start, Math.min(element.range.end, element.range.start + 400))))
    return 2.5;
  const strong = prose.rights > 0 || prose.feedback > 0;
  if (element.kind === "line") return strong && prose.story < 0.5 ? 1.5 : prose.balance > 0.5 ? 0.6 : -0.7;
  return strong ? prose.balance : Math.min(prose.balance, 1) - 0.7;
}

/** A line of two hyphens near the end opens a mail signature. */
function findSignature(lines: LineTable, from: number, end: number): number | undefined {
  for (let line = end - 1; line > Math.max(from, end - SIGNATURE_LINES); line--) {
    const width = (lines.last[line] ?? 0) - (lines.first[line] ?? 0);
    if (width === 2 && lineText(lines, line) === "--" && lines.first[line] === lines.start[line]) return line;
    if (width > 10 && ORIGIN.test(lineText(lines, line))) return findTearline(lines, line, from);
  }
  return undefined;
}

/** The lines an offline reader left above the origin of a message: `---`, `...` with a saying, `* Reader 1.0 *`. */
function findTearline(lines: LineTable, origin: number, from: number): number {
  let line = origin;
  while (line - 1 > from && /^(?:---|\.\.\. |\*\s)/.test(`${lineText(lines, line - 1)} `)) line--;
  return line;
}

const FRAME_REACH = 700;

/** A long legal footer is fenced off by its own marker: `*** END OF THIS ... ***`, `End of Project ...`. */
function findFrameEnd(lines: LineTable, from: number, end: number): number | undefined {
  let found: number | undefined;
  for (let line = end - 1; line > Math.max(from, end - FRAME_REACH); line--) {
    const first = lines.text[lines.first[line] ?? 0];
    if (first !== "*" && first !== "E" && first !== "=") continue;
    if (
      /^\W{0,40}\s*end of (?:th(?:e|is) )?(?:project|forwarded)\b|^(?:\*{3}|={3,})\s*end\b.{4,}(?:\*{3}|={3,})$/i.test(
        lineText(lines, line).slice(0, 160),
      )
    )
      found = line;
  }
  return found;
}
