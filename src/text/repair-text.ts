import type { ByteRange, Issue, LayerMap, TextRange } from "../terms/index.ts";
import { applyEdits } from "./repair/apply-edits.ts";
import { dropControls } from "./repair/drop-controls.ts";
import type { Edit } from "./repair/edit.ts";
import { joinEdits } from "./repair/join-edits.ts";
import { moveRange } from "./repair/move-range.ts";
import { undoBackslashes } from "./repair/undo-backslashes.ts";
import { undoControlQuotes } from "./repair/undo-control-quotes.ts";
import { undoDoubleEncoding } from "./repair/undo-double-encoding.ts";
import { undoEntities } from "./repair/undo-entities.ts";
import { undoLostQuotes } from "./repair/undo-lost-quotes.ts";
import { undoQuotedPrintable } from "./repair/undo-quoted-printable.ts";

/** A repaired text with its map, and an issue for each repair. */
export interface Repaired {
  readonly text: string;
  readonly map: LayerMap;
  readonly issues: readonly Issue[];
}

interface Repair {
  readonly findEdits: (text: string) => readonly Edit[];
  /** Finds nothing in a text of ASCII. */
  readonly beyondAscii?: true;
}

/** The repairs in their order: what was done to the text last is undone first. Double encoding can lie in three layers. */
const REPAIRS: readonly Repair[] = [
  { findEdits: undoQuotedPrintable },
  { findEdits: undoEntities },
  { findEdits: undoDoubleEncoding, beyondAscii: true },
  { findEdits: undoDoubleEncoding, beyondAscii: true },
  { findEdits: undoDoubleEncoding, beyondAscii: true },
  { findEdits: undoControlQuotes, beyondAscii: true },
  { findEdits: undoLostQuotes, beyondAscii: true },
  { findEdits: undoBackslashes },
  { findEdits: dropControls },
];

const BEYOND_ASCII = /[^\x00-\x7f]/;

/** More issues of one kind tell a person nothing; the rest is counted in a last one. */
const MOST_ISSUES = 100;

/** A repair done: where its result stands now, and the bytes it came from. */
interface Done {
  readonly edit: Edit;
  readonly range: TextRange;
  readonly bytes: ByteRange;
}

/**
 * Undoes the damage that old programs did to letters: each repair is an issue with its place, its evidence and the bytes before.
 *
 * The map stays right: a repaired stretch is a run of unit `whole`. A text that nothing happened to comes back as it is.
 * @param bytes - The stream the map points into; without it the issues do not tell the bytes before.
 */
export function repairText(text: string, map: LayerMap, bytes?: Uint8Array): Repaired {
  let current: { readonly text: string; readonly map: LayerMap } = { text, map };
  let done: Done[] = [];
  let vain: Repair["findEdits"] | undefined;
  let isAscii = !BEYOND_ASCII.test(text);
  for (const { findEdits, beyondAscii } of REPAIRS) {
    if (findEdits === vain || (isAscii && beyondAscii === true)) continue;
    const edits = joinEdits(current.text, findEdits(current.text));
    if (edits.length === 0) {
      vain = findEdits;
      continue;
    }
    const edited = applyEdits(current.text, current.map, edits);
    const moved = done.map((each) => ({ ...each, range: moveRange(each.range, edits) }));
    const fresh = edits.map((edit, index) => ({
      edit,
      range: moveRange(edit, edits),
      bytes: edited.bytes[index] as ByteRange,
    }));
    done = [...moved, ...fresh];
    current = edited;
    isAscii = !BEYOND_ASCII.test(edited.text);
  }
  if (done.length === 0) return { text, map, issues: [] };
  return { ...current, issues: describeRepairs(done, bytes) };
}

function describeRepairs(done: readonly Done[], bytes: Uint8Array | undefined): Issue[] {
  const issues: Issue[] = [];
  for (const [code, all] of Map.groupBy(done, (each) => each.edit.code)) {
    const places = all.toSorted((a, b) => a.range.start - b.range.start);
    for (const place of places.slice(0, MOST_ISSUES)) issues.push(describeRepair(place, bytes));
    const rest = places.slice(MOST_ISSUES);
    const [first] = rest;
    if (first === undefined) continue;
    const last = rest.at(-1) ?? first;
    const range = { start: first.range.start, end: Math.max(first.range.end, last.range.end) };
    issues.push({ code, detail: `The same was done in ${rest.length} more places.`, range });
  }
  return issues;
}

function describeRepair({ edit, range, bytes }: Done, source: Uint8Array | undefined): Issue {
  const issue = { code: edit.code, detail: edit.detail, range, bytes };
  if (source === undefined) return issue;
  return { ...issue, before: Buffer.from(source.subarray(bytes.start, bytes.end)).toString("hex") };
}
