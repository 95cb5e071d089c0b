import type { ByteRange, LayerMap, MapRun } from "../../terms/index.ts";
import { appendRun } from "../append-run.ts";
import { bytesOfRanges } from "../bytes-of-ranges.ts";
import type { Edit } from "./edit.ts";

/** A text after a round of edits. */
export interface Edited {
  readonly text: string;
  readonly map: LayerMap;
  /** For each edit, where its bytes are. */
  readonly bytes: readonly ByteRange[];
}

/** A stretch of the old text that is kept, or one that is edited. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly unit: MapRun["unit"];
  readonly edit?: Edit;
}

/**
 * Applies edits to a text and keeps its map right: an edited stretch becomes a run of unit `whole`, a deleted one a gap.
 *
 * @param edits - In order, without overlap.
 */
export function applyEdits(text: string, map: LayerMap, edits: readonly Edit[]): Edited {
  const stretches = cutStretches(map, edits);
  const ranges = bytesOfRanges(text, map, stretches);
  const pieces: string[] = [];
  const runs: MapRun[] = [];
  const bytes: ByteRange[] = [];
  let textAt = 0;
  for (const [index, stretch] of stretches.entries()) {
    const range = ranges[index] as ByteRange;
    const words = stretch.edit?.replacement ?? text.slice(stretch.start, stretch.end);
    const textEnd = textAt + words.length;
    appendRun(runs, {
      textStart: textAt,
      textEnd,
      byteStart: range.start,
      byteEnd: range.end,
      unit: stretch.unit,
    });
    if (stretch.edit !== undefined) bytes.push(range);
    pieces.push(words);
    textAt = textEnd;
  }
  return { text: pieces.join(""), map: runs, bytes };
}

function cutStretches(map: LayerMap, edits: readonly Edit[]): Stretch[] {
  const stretches: Stretch[] = [];
  let next = 0;
  for (const run of map) {
    // An edit that began in an earlier run reaches into this one.
    let at = Math.min(run.textEnd, Math.max(run.textStart, edits[next - 1]?.end ?? 0));
    for (let edit = edits[next]; edit !== undefined && edit.start < run.textEnd; edit = edits[next]) {
      if (edit.start > at) stretches.push({ start: at, end: edit.start, unit: run.unit });
      stretches.push({ start: edit.start, end: edit.end, unit: "whole", edit });
      at = Math.min(run.textEnd, edit.end);
      next++;
    }
    if (at < run.textEnd) stretches.push({ start: at, end: run.textEnd, unit: run.unit });
  }
  return stretches;
}
