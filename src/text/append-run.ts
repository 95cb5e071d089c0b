import type { MapRun } from "../terms/index.ts";

/**
 * Adds a run to the end of a map under construction, joining it to the last one where both translate alike.
 *
 * Empty runs are left out. Runs of unit `whole` are never joined: each is one place where nothing can be counted.
 */
export function appendRun(runs: MapRun[], run: MapRun): void {
  if (run.textEnd === run.textStart) return;
  const last = runs.at(-1);
  const joins =
    last !== undefined && last.unit === run.unit && run.unit !== "whole" && last.byteEnd === run.byteStart;
  if (!joins) {
    runs.push(run);
    return;
  }
  runs[runs.length - 1] = { ...last, textEnd: run.textEnd, byteEnd: run.byteEnd };
}
