import type { ImportProgressCounts } from "../../app/index.ts";
import type { CommonOptions } from "../command.ts";
import type { CliIo } from "../io.ts";
import { makePaint } from "./paint.ts";

/** Shows how far an import is: lanes that redraw on a terminal, a plain line now and then elsewhere. */
export interface ProgressView {
  readonly show: (progress: ImportProgressCounts) => void;
  readonly end: () => void;
}

const REDRAW_MS = 100;
const PLAIN_MS = 5000;
const LANES = ["kept", "read", "understood", "catalogued"] as const;

export function showProgress(io: CliIo, options: CommonOptions): ProgressView {
  const paint = makePaint(io, io.errIsTerminal, options.color);
  let drawn = 0;
  let shownAt = 0;
  let last: ImportProgressCounts | undefined;
  const erase = (): void => {
    if (drawn > 0) io.err(`\u001B[${drawn}A\u001B[0J`);
    drawn = 0;
  };
  const drawLanes = (progress: ImportProgressCounts): void => {
    erase();
    const lines = LANES.map(
      (lane) =>
        `  ${lane.padEnd(11)}${bar(progress[lane], progress.total)} ${progress[lane].toLocaleString("en")}`,
    );
    const rate = `${Math.round(progress.perSecond).toLocaleString("en")} a second${timeLeft(progress)}`;
    const file = progress.lastFile.slice(0, Math.max(10, io.columns - 4));
    io.err(
      [...lines, `  ${paint("dim", rate)}`, `  ${paint("dim", file)}`].map((line) => `${line}\n`).join(""),
    );
    drawn = LANES.length + 2;
  };
  return {
    show(progress) {
      last = progress;
      if (progress.elapsedMs - shownAt < (io.errIsTerminal ? REDRAW_MS : PLAIN_MS)) return;
      shownAt = progress.elapsedMs;
      if (io.errIsTerminal) drawLanes(progress);
      else io.err(plainLine(progress));
    },
    end() {
      if (last && io.errIsTerminal) drawLanes(last);
      else if (last) io.err(plainLine(last));
    },
  };
}

function plainLine(progress: ImportProgressCounts): string {
  return `${LANES.map((lane) => `${lane} ${progress[lane]}`).join(", ")} of ${progress.total}, ${Math.round(progress.perSecond)} a second\n`;
}

function bar(done: number, total: number): string {
  const width = 28;
  const full = total > 0 ? Math.min(width, Math.floor((done / total) * width)) : 0;
  return "█".repeat(full) + "░".repeat(width - full);
}

function timeLeft(progress: ImportProgressCounts): string {
  const left = progress.total - progress.catalogued;
  if (progress.perSecond <= 0 || left <= 0) return "";
  const seconds = Math.ceil(left / progress.perSecond);
  return seconds < 90 ? `, about ${seconds} s left` : `, about ${Math.ceil(seconds / 60)} min left`;
}
