import type { ImportProgressCounts } from "../context.ts";
import { maskWords } from "../mask-words.ts";

/** Counts what an import has done and tells it on. */
export interface ProgressMeter {
  total: number;
  add(lane: "kept" | "read" | "understood" | "catalogued", count: number): void;
  at(file: string): void;
}

/** Starts a meter; the rate is over the whole run, as a burst tells nobody when it will end. */
export function startMeter(tell: (progress: ImportProgressCounts) => void): ProgressMeter {
  const begun = performance.now();
  const counts = { kept: 0, read: 0, understood: 0, catalogued: 0 };
  let lastFile = "";
  const meter = {
    total: 0,
    add(lane: keyof typeof counts, count: number) {
      counts[lane] += count;
      report();
    },
    at(file: string) {
      lastFile = file;
    },
  };
  const report = (): void => {
    const elapsedMs = performance.now() - begun;
    const perSecond = elapsedMs > 0 ? (counts.catalogued * 1000) / elapsedMs : 0;
    const file = lastFile;
    tell({
      ...counts,
      total: meter.total,
      perSecond,
      // Masked when somebody looks, which is far less often than it is told.
      get lastFile() {
        return maskWords(file);
      },
      elapsedMs,
    });
  };
  return meter;
}
