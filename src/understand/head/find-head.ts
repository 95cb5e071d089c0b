import { fold } from "../../text/index.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import { readElements } from "./read-elements.ts";
import { weighElement } from "./weigh-element.ts";
import { isRemarkLine, isTitleLine } from "./is-title-line.ts";
import type { Element } from "./element.ts";

/** The head of a posting: its elements up to the story, and the line the story begins on. */
export interface Head {
  readonly elements: readonly Element[];
  /** First line of the story; the end of the posting when there is none. */
  readonly bodyLine: number;
  /** Where on that line, when header and story share it. */
  readonly bodyAt: number | undefined;
  /** A line after the last label or note that is the story's title. */
  readonly lateTitle: Element | undefined;
  /** How clear the cut is: the difference between the sides of it. */
  readonly clearness: number;
}

const MOST_ELEMENTS = 260;
const LOOKAHEAD = 4;
const GIVE_UP = 9;
/** So much dialogue and telling since the last sign of a header, and none comes back. */
const TOLD_ENOUGH = 4;
/** So much of it, and a label is only a word in the story, unless it names a work. */
const TOLD_A_LITTLE = 1.5;

/**
 * Gives the head of a run of lines: the cut where what comes before sounds most like header and what comes after most like story.
 *
 * It is the highest point of the running sum of weights, so that a stray label in prose cannot pull the cut far.
 */
export function findHead(lines: LineTable, from: number, to: number, lexicon: Lexicon): Head {
  const elements: Element[] = [];
  const source = readElements(lines, from, to, lexicon);
  const readUpTo = (count: number): void => {
    while (elements.length < Math.min(count, MOST_ELEMENTS)) {
      const next = source.next();
      if (next.done === true) break;
      elements.push(next.value);
    }
  };
  const known = new Set<string>();
  let told = 0;
  let beforeTold: number | undefined;
  let sum = 0;
  let best = 0;
  let cut = 0;
  for (let index = 0; index < MOST_ELEMENTS; index++) {
    readUpTo(index + LOOKAHEAD);
    const element = elements[index];
    if (element === undefined || startsAnother(lines.text, elements, index)) break;
    const repeats =
      element.kind === "line" &&
      !opensTelling(elements[index + 1]) &&
      repeatsKnown(fold(lines.text.slice(element.range.start, element.range.end)), known);
    const weight = repeats ? 3 : weighElement(elements, index);
    if (beforeTold === undefined && isTold(element)) beforeTold = cut;
    sum += told > TOLD_A_LITTLE && element.kind === "labels" && !namesWork(element) ? 0 : weight;
    if (index < 40) noteNames(lines.text, element, known);
    if (element.prose !== undefined && element.prose.story >= 0.7 && element.prose.balance < 0)
      told -= weight;
    if (sum > best) {
      told = 0;
      best = sum;
      cut = index + 1;
    }
    if (element.bodyAt !== undefined) break;
    if (sum < best - GIVE_UP || told > TOLD_ENOUGH || isPlainlyTold(element)) break;
  }
  readUpTo(cut + 1);
  if (cut === elements.length && beforeTold !== undefined && countLabels(elements, beforeTold) < 3)
    cut = beforeTold;
  const shared = elements[cut - 1]?.bodyAt;
  if (shared !== undefined) {
    return {
      elements: elements.slice(0, cut),
      bodyLine: elements[cut - 1]?.firstLine ?? to,
      bodyAt: shared,
      lateTitle: undefined,
      clearness: best,
    };
  }
  let lateTitle: Element | undefined;
  for (;;) {
    readUpTo(cut + LOOKAHEAD);
    const element = elements[cut];
    if (element === undefined) break;
    if (element.kind === "separator" || element.kind === "part") cut++;
    else if (lateTitle === undefined && isTitleLine(lines, elements, cut)) {
      lateTitle = element;
      cut++;
      if (isRemarkLine(lines, elements[cut])) cut++;
    } else break;
  }
  const clearness = best - Math.max(0, cut < elements.length ? weighElement(elements, cut) : 0);
  return {
    elements: elements.slice(0, cut),
    bodyLine: elements[cut]?.firstLine ?? to,
    bodyAt: undefined,
    lateTitle,
    clearness,
  };
}

/** A long paragraph of dialogue or telling without a cue: no header comes back after it. */
function isPlainlyTold({ prose }: Element): boolean {
  return prose !== undefined && prose.words >= 90 && prose.story >= 1.5 && prose.cues < prose.words / 25;
}

/** A second byline of the same hand after something that is not its first one's head: the next story of a collection. */
function startsAnother(text: string, elements: readonly Element[], index: number): boolean {
  const element = elements[index];
  if (namesTitle(element)) return endsBefore(elements, index);
  if (element?.kind !== "byline" || element.byline === undefined) return false;
  const author = nameOf(text, element);
  let told = 0;
  for (let before = index - 1; before >= 0; before--) {
    const other = elements[before];
    if (other?.kind === "byline" && nameOf(text, other) === author) return told >= 10;
    if (other?.kind === "frame-start" || other?.kind === "labels") return false;
    if (other?.prose !== undefined && other.prose.balance < 0) told += other.prose.words;
  }
  return false;
}

function namesTitle(element: Element | undefined): boolean {
  return (
    element?.labels?.some(
      ({ hit }) => hit.strength === "known" && hit.rows.some(({ field }) => field === "title"),
    ) === true
  );
}

/** Whether an end marker stands between a title label and an earlier one, with a paragraph of story above it. */
function endsBefore(elements: readonly Element[], index: number): boolean {
  let ended = false;
  let told = false;
  for (let before = index - 1; before >= 0; before--) {
    const other = elements[before];
    if (namesTitle(other)) return ended && told;
    if (other?.kind === "end-marker") ended = true;
    else if (ended && other?.prose !== undefined && other.prose.balance < 0 && other.prose.words >= 30)
      told = true;
  }
  return false;
}

function nameOf(text: string, { range, byline }: Element): string {
  return byline === undefined
    ? ""
    : text.slice(range.start + byline.author.start, range.start + byline.author.end).toLowerCase();
}

/** Whether a line is followed at once by words that are no header: what repeats the title there is the story's first line. */
function opensTelling(next: Element | undefined): boolean {
  if (next?.gap !== 0) return false;
  return (
    next.kind === "line" ||
    next.kind === "prose" ||
    next.labels?.every(({ hit }) => hit.strength === "unknown") === true
  );
}

function repeatsKnown(words: string, known: ReadonlySet<string>): boolean {
  const bare = words.replace(/^(?:von|by|par|de) /, "");
  if (known.has(bare)) return true;
  for (const name of known)
    if (name.includes(" ") && words.includes(name) && words.length < name.length + 24) return true;
  return false;
}

/** Remembers titles and authors that labels name: a line that only repeats one still belongs to the header. */
function noteNames(text: string, { labels, byline, range }: Element, known: Set<string>): void {
  if (byline?.title !== undefined)
    known.add(fold(text.slice(range.start + byline.title.start, range.start + byline.title.end)));
  for (const { hit, value } of labels ?? []) {
    if (
      value.end > value.start &&
      value.end - value.start < 120 &&
      hit.rows.some(({ field }) => field === "title" || field === "author")
    )
      known.add(fold(text.slice(value.start, value.end)));
  }
}

/** A paragraph that nobody would write about a story: if the head went on to the last line, the story began here. */
function isTold({ kind, prose }: Element): boolean {
  return (
    (kind === "prose" || kind === "line") && prose !== undefined && prose.balance <= -0.7 && prose.words >= 8
  );
}

function namesWork({ labels }: Element): boolean {
  return (
    labels?.some(({ hit }) => hit.rows.some(({ field }) => field === "title" || field === "author")) === true
  );
}

function countLabels(elements: readonly Element[], from: number): number {
  return elements
    .slice(from)
    .filter(({ labels }) => labels?.some(({ hit }) => hit.strength === "known" || hit.strength === "derived"))
    .length;
}
