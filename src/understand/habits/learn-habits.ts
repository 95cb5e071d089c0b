import type { Claim, Reading, StoryFound, Understanding } from "../../terms/index.ts";
import { foldLabel } from "../lexicon/fold-label.ts";
import { lineText } from "../lines/line-text.ts";
import { makeLineTable } from "../lines/make-line-table.ts";
import type { SourceHabits } from "./source-habits.ts";

/** One text of a source with what a first pass understood of it. */
export interface ReadText {
  readonly reading: Reading;
  readonly understanding: Understanding;
}

const EDGE_LINES = 6;
const LONGEST_LINE = 200;
const MOST_REPEATED = 50;

/** Gives what the texts of one source have in common: labels, the order of dates, how parts are numbered, repeated heads and tails. */
export function learnHabits(texts: readonly ReadText[]): SourceHabits {
  const stories = texts.flatMap(({ understanding }) => understanding.stories);
  const claims = stories.flatMap((story) => story.claims);
  return {
    labels: countLabels(stories),
    dateOrder: orderOf(claims),
    partStyle: commonest(
      claims.filter(({ field }) => field === "part").map(({ asWritten }) => styleOf(asWritten)),
    ),
    repeated: repeatedLines(texts),
    stories: stories.length,
  };
}

function countLabels(stories: readonly StoryFound[]): SourceHabits["labels"] {
  const counts = new Map<string, number>();
  for (const { claims } of stories) {
    for (const label of new Set(
      claims.flatMap((claim) => (claim.label === undefined ? [] : [foldLabel(claim.label)])),
    )) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([label, number]) => ({ label, stories: number }))
    .toSorted((a, b) => b.stories - a.stories || (a.label < b.label ? -1 : 1));
}

/** One date that can be read only one way settles the order for the source; contradicting ones leave it open. */
function orderOf(claims: readonly Claim[]): SourceHabits["dateOrder"] {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const { field, asWritten } of claims) {
    const digits = field === "date" ? /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(asWritten) : null;
    if (digits === null) continue;
    if (Number(digits[1]) > 12) dayFirst++;
    else if (Number(digits[2]) > 12) monthFirst++;
  }
  if (dayFirst > 0 && monthFirst === 0) return "day-first";
  return monthFirst > 0 && dayFirst === 0 ? "month-first" : "unknown";
}

function styleOf(part: string): string {
  return part
    .replace(/\d+/g, "1")
    .replace(/^[ivxl]+$/i, "I")
    .replace(/\p{Ll}{3,}/gu, "one");
}

/** Lines that stand in the first or last lines of at least a third of the texts, and of three: the source's own furniture. */
function repeatedLines(texts: readonly ReadText[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { reading } of texts)
    for (const line of edgesOf(reading.layer.text)) counts.set(line, (counts.get(line) ?? 0) + 1);
  const fewest = Math.max(3, texts.length / 3);
  return [...counts]
    .filter(([, number]) => number >= fewest)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_REPEATED)
    .map(([line]) => line);
}

function edgesOf(text: string): ReadonlySet<string> {
  const lines = makeLineTable(text);
  const words: string[] = [];
  for (let line = 0; line < lines.count; line++)
    if (lines.first[line] !== lines.last[line]) words.push(lineText(lines, line).slice(0, LONGEST_LINE));
  return new Set(
    [...words.slice(0, EDGE_LINES), ...words.slice(-EDGE_LINES)].filter((line) => /\p{L}{3}/u.test(line)),
  );
}

function commonest(values: readonly string[]): string | null {
  const counts = [...Map.groupBy(values, (value) => value)].toSorted((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0] ?? null;
}
