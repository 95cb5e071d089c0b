import type { Judged } from "./calibrate.ts";
import { f1, type Tally } from "./tally.ts";

const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

/** Prints the table of a tally. */
export function printTally(title: string, { stories, fields, micro, starts, ends, both }: Tally): void {
  console.log(`\n${title}: ${stories} stories`);
  console.log("field                gold   got      F1");
  for (const [field, count] of fields) {
    if (count.tp + count.fp + count.fn === 0) continue;
    console.log(
      `${field.padEnd(20)}${String(count.tp + count.fn).padStart(5)}${String(count.tp + count.fp).padStart(6)}${f1(count).toFixed(1).padStart(8)}`,
    );
  }
  console.log(
    `${"micro".padEnd(20)}${String(micro.tp + micro.fn).padStart(5)}${String(micro.tp + micro.fp).padStart(6)}${f1(micro).toFixed(1).padStart(8)}`,
  );
  console.log(
    `Body: start ${starts.join("/")}, end ${ends.join("/")}, both ${both.join("/")}${both[1] > 0 ? ` (${((100 * both[0]) / both[1]).toFixed(1)} %)` : ""}`,
  );
}

/** Prints how often claims are right, by sureness and by rule. */
export function printCalibration(judged: readonly Judged[]): void {
  console.log("\nSureness      claims   right");
  for (let bin = 0; bin + 1 < BINS.length; bin++) {
    const [low, high] = [BINS[bin] ?? 0, BINS[bin + 1] ?? 1];
    const inside = judged.filter(({ sureness }) => sureness >= low && sureness < high);
    if (inside.length > 0)
      console.log(
        `${low.toFixed(1)} - ${Math.min(1, high).toFixed(1)}   ${String(inside.length).padStart(8)}${shareOf(inside)}`,
      );
  }
  console.log("\nRule and field                        claims   right");
  const byRule = Map.groupBy(judged, ({ rule, field }) => `${rule}:${field}`);
  for (const [name, claims] of [...byRule].toSorted((a, b) => b[1].length - a[1].length))
    console.log(`${name.padEnd(38)}${String(claims.length).padStart(6)}${shareOf(claims)}`);
}

function shareOf(claims: readonly Judged[]): string {
  return `${((100 * claims.filter(({ right }) => right).length) / claims.length).toFixed(1).padStart(7)} %`;
}
