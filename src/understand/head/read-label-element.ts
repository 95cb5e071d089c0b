import type { FieldId } from "../../terms/index.ts";
import { indentOf, isBlank, lineLength, lineText } from "../lines/line-text.ts";
import { isSeparator } from "../lines/is-separator.ts";
import type { LineTable } from "../lines/make-line-table.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { cutRunOn } from "../labels/cut-run-on.ts";
import { readLabels } from "../labels/read-labels.ts";
import type { LabelHit } from "../labels/label-hit.ts";
import type { Element } from "./element.ts";
import type { Wrap } from "./measure-wrap.ts";
import { readLeadLabels } from "./read-lead-labels.ts";
import { readPartLine } from "./read-part.ts";
import { scoreProse } from "./score-prose.ts";

const LONG_FIELDS: ReadonlySet<FieldId> = new Set<FieldId>([
  "summary",
  "disclaimer",
  "notes",
  "feedback",
  "archive-permission",
  "spoilers",
  "warning",
  "dedication",
  "thanks",
  "timeline",
  "beta",
]);
const LOOKAHEAD = 12;
const LONGEST_VALUE_LINES = 120;

/** Gives the labels that begin on a line with their values, wrapped lines included; nothing when the line has no label. */
export function readLabelElement(
  lines: LineTable,
  line: number,
  to: number,
  gap: number,
  lexicon: Lexicon,
  wrap: Wrap,
): Element | undefined {
  const from = lines.first[line] ?? 0;
  const opening = readLabels(lines.text, from, lines.last[line] ?? 0, lexicon);
  const sure = opening[0]?.strength === "known" || opening[0]?.strength === "weak";
  const found = sure ? undefined : readLeadLabels(lines.text, from, lines.last[line] ?? 0, lexicon);
  const lead = opening.length === 0 || found?.byline !== undefined ? found : undefined;
  const hits = lead?.hits ?? opening;
  const byline = lead?.byline === undefined ? {} : { byline: lead.byline };
  const last = hits.at(-1);
  if (last === undefined) return undefined;
  const runOn = cutRunOn(lines.text, hits, lexicon);
  if (runOn !== undefined) {
    const labels = hits.map((hit) => ({
      hit,
      value: hit === last ? { start: hit.value.start, end: runOn.valueEnd } : hit.value,
    }));
    return {
      kind: "labels",
      firstLine: line,
      endLine: line + 1,
      gap,
      range: { start: lines.first[line] ?? 0, end: runOn.valueEnd },
      labels,
      ...byline,
      bodyAt: runOn.bodyAt,
    };
  }
  let endLine = line + 1;
  if (last.value.start >= last.value.end) {
    const next = valueOnNextLine(lines, line, to, last, lexicon);
    if (next !== undefined) endLine = next;
  }
  if (endLine > line + 1 || last.value.start < last.value.end) {
    while (
      endLine < to &&
      endLine - line < LONGEST_VALUE_LINES &&
      continues(lines, line, endLine, to, last, lexicon, wrap)
    )
      endLine++;
  }
  const valueEnd = endLine > line + 1 ? (lines.last[endLine - 1] ?? 0) : last.value.end;
  const valueStart =
    last.value.start < last.value.end || endLine === line + 1
      ? last.value.start
      : (lines.first[endLine - 1] ?? 0);
  const labels = hits.map((hit) => ({
    hit,
    value:
      hit === last
        ? { start: firstOf(lines, valueStart, line, endLine), end: Math.max(valueEnd, valueStart) }
        : hit.value,
  }));
  const prose =
    last.strength === "unknown"
      ? scoreProse(lines.text, lines.first[line] ?? 0, lines.last[endLine - 1] ?? 0, lexicon)
      : undefined;
  return {
    ...(prose === undefined ? {} : { prose }),
    ...byline,
    kind: "labels",
    firstLine: line,
    endLine,
    gap,
    range: { start: lines.first[line] ?? 0, end: lines.last[endLine - 1] ?? 0 },
    labels,
  };
}

/** The value's first visible character: on the label's own line, or on the first line after it that is not blank. */
function firstOf(lines: LineTable, start: number, line: number, endLine: number): number {
  if (start < (lines.last[line] ?? 0)) return start;
  for (let next = line + 1; next < endLine; next++)
    if (!isBlank(lines, next)) return lines.first[next] ?? start;
  return start;
}

/** A label alone on its line: its value may stand on the next one, or after a blank line when more labels follow. */
function valueOnNextLine(
  lines: LineTable,
  line: number,
  to: number,
  hit: LabelHit,
  lexicon: Lexicon,
): number | undefined {
  if (hit.strength === "unknown" || hit.rows.some((row) => row.field === "unknown")) return undefined;
  let next = line + 1;
  const long = hit.rows.some((row) => LONG_FIELDS.has(row.field));
  if (next < to && isBlank(lines, next) && long) next++;
  if (next >= to || isBlank(lines, next) || isSeparator(lines, next)) return undefined;
  if (hasLabel(lines, next, lexicon) || readPartLine(lineText(lines, next)) !== undefined) return undefined;
  if (!long && lineLength(lines, next) > 70) return undefined;
  const headed =
    hit.strength === "bare" && hit.rows.some(({ field }) => field === "summary" || field === "notes");
  if (
    next > line + 1 &&
    !headed &&
    !labelFollows(lines, next + 1, to, lexicon, 2) &&
    scoreProse(lines.text, lines.first[next] ?? 0, lines.last[next] ?? 0, lexicon).balance <= 0
  )
    return undefined;
  return next + 1;
}

function continues(
  lines: LineTable,
  first: number,
  line: number,
  to: number,
  hit: LabelHit,
  lexicon: Lexicon,
  wrap: Wrap,
): boolean {
  if (isBlank(lines, line) || isSeparator(lines, line)) return false;
  if (hasLabel(lines, line, lexicon)) return false;
  const before = lineText(lines, line - 1);
  const here = lineText(lines, line);
  if (readPartLine(here) !== undefined) return false;
  const long = hit.rows.some((row) => LONG_FIELDS.has(row.field));
  const hanging = indentOf(lines, line) >= indentOf(lines, first) + 2 && indentOf(lines, first) < 12;
  if (hanging && (long || !/^["“]/.test(here))) return true;
  const width = (lines.last[line - 1] ?? 0) - (lines.start[line - 1] ?? 0);
  const firstWord = here.search(/\s|$/);
  const full = !wrap.unwrapped && width + 1 + firstWord >= wrap.width - 4 && width > 40;
  if (full) return true;
  if (/[,/&]$|\b(?:and|the|of|a|to|or|in|with|for)$/i.test(before) && before.length > 20) return true;
  if (/^\p{Ll}/u.test(here) && !/[.!?)"”]$/.test(before) && (long || before.length > 30)) return true;
  if (long && listGoesOn(lines, first, line, here)) return true;
  if (!long) return false;
  if (labelFollows(lines, line + 1, to, lexicon, 0)) return true;
  return !wrap.unwrapped && isNotes(lines, line, to, lexicon);
}

function isNotes(lines: LineTable, line: number, to: number, lexicon: Lexicon): boolean {
  let end = line;
  while (end < to && end < line + 3 && !isBlank(lines, end)) end++;
  return scoreProse(lines.text, lines.first[line] ?? 0, lines.last[end - 1] ?? 0, lexicon).balance > 0.8;
}

function hasLabel(lines: LineTable, line: number, lexicon: Lexicon): boolean {
  const hit = readLabels(lines.text, lines.first[line] ?? 0, lines.last[line] ?? 0, lexicon)[0];
  if (hit === undefined) return false;
  if (hit.strength === "known" || hit.strength === "derived") return true;
  return (
    hit.strength === "weak" ||
    (hit.strength === "bare" && lineLength(lines, line) < 40) ||
    (hit.strength === "unknown" &&
      /^[^a-z]+$/.test(hit.folded.toUpperCase()) &&
      hit.label.end - hit.label.start < 24 &&
      lines.text.slice(hit.label.start, hit.label.end) ===
        lines.text.slice(hit.label.start, hit.label.end).toUpperCase())
  );
}

/** Whether a known label stands within the next lines, with at most `blanks` blank lines between. */
function labelFollows(lines: LineTable, from: number, to: number, lexicon: Lexicon, blanks: number): boolean {
  let left = blanks;
  for (let line = from; line < Math.min(to, from + LOOKAHEAD); line++) {
    if (isBlank(lines, line)) {
      if (left === 0) return false;
      left--;
      continue;
    }
    const hit = readLabels(lines.text, lines.first[line] ?? 0, lines.last[line] ?? 0, lexicon)[0];
    if (hit?.strength === "known") return true;
  }
  return false;
}

/** "Thanks to my readers:" and then one name a line. */
function listGoesOn(lines: LineTable, first: number, line: number, here: string): boolean {
  if (here.length > 30 || /[.!?,;"“”]/.test(here) || here.split(/\s+/).length > 3) return false;
  for (let before = line - 1; before >= first; before--) {
    const words = lineText(lines, before);
    if (words.endsWith(":") && before >= first) return true;
    if (words.length > 30) return false;
  }
  return false;
}
