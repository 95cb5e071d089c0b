import { canon } from "./canon.ts";
import { FLAGS, LISTS, type GoldRecord } from "./record.ts";

/** Right, wrong and missed values of one field of one story. */
export interface Count {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** Gives the count of a field against the label or the alternative that fits best. */
export function scoreField(field: string, gold: GoldRecord | null, predicted: unknown): Count {
  if (gold === null) return compare(field, null, predicted);
  let best: Count | undefined;
  for (const candidate of [gold[field], ...(gold.alts?.[field] ?? [])]) {
    const count = compare(field, candidate, predicted);
    if (best === undefined || worth(count) > worth(best)) best = count;
  }
  return best ?? { tp: 0, fp: 0, fn: 0 };
}

/** Whether a value says nothing. */
export function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

function worth({ tp, fp, fn }: Count): number {
  return tp * 2 - fp - fn;
}

function compare(field: string, gold: unknown, predicted: unknown): Count {
  if (LISTS.has(field)) {
    const wanted = new Set(listOf(gold).map((value) => canon(field, value)));
    const got = new Set(listOf(predicted).map((value) => canon(field, value)));
    const tp = [...got].filter((value) => wanted.has(value)).length;
    return { tp, fp: got.size - tp, fn: wanted.size - tp };
  }
  if (FLAGS.has(field)) {
    const [wanted, got] = [Boolean(gold), Boolean(predicted)];
    return { tp: Number(wanted && got), fp: Number(!wanted && got), fn: Number(wanted && !got) };
  }
  const [noGold, noPrediction] = [isEmpty(gold), isEmpty(predicted)];
  if (noGold && noPrediction) return { tp: 0, fp: 0, fn: 0 };
  const hit = !noGold && !noPrediction && canon(field, gold) === canon(field, predicted);
  return { tp: Number(hit), fp: Number(!hit && !noPrediction), fn: Number(!hit && !noGold) };
}

function listOf(value: unknown): readonly unknown[] {
  return isEmpty(value) ? [] : Array.isArray(value) ? value : [value];
}
