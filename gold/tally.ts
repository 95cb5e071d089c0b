import { edgeFits, type Pair } from "./align.ts";
import { SCORED } from "./record.ts";
import { isEmpty, scoreField, type Count } from "./score-field.ts";

/** Sums over many stories. */
export interface Tally {
  readonly stories: number;
  readonly fields: ReadonlyMap<string, Count>;
  readonly micro: Count;
  readonly starts: readonly [number, number];
  readonly ends: readonly [number, number];
  readonly both: readonly [number, number];
}

/** Gives the sums of some pairs. */
export function tally(pairs: readonly Pair[]): Tally {
  const fields = new Map<string, Count>();
  let micro: Count = { tp: 0, fp: 0, fn: 0 };
  for (const field of SCORED) {
    let sum: Count = { tp: 0, fp: 0, fn: 0 };
    for (const { gold, predicted } of pairs) sum = add(sum, scoreField(field, gold, predicted?.[field]));
    fields.set(field, sum);
    micro = add(micro, sum);
  }
  const edges = pairs.flatMap(({ gold, predicted }) =>
    gold === null ? [] : [{ first: edge(gold, predicted, false), last: edge(gold, predicted, true) }],
  );
  const both = edges.filter(({ first, last }) => first !== undefined && last !== undefined);
  return {
    stories: edges.length,
    fields,
    micro,
    starts: share(edges.map(({ first }) => first)),
    ends: share(edges.map(({ last }) => last)),
    both: [both.filter(({ first, last }) => first === true && last === true).length, both.length],
  };
}

/** Gives 0 to 100. */
export function f1({ tp, fp, fn }: Count): number {
  return 2 * tp + fp + fn === 0 ? Number.NaN : (200 * tp) / (2 * tp + fp + fn);
}

/** Gives what is wrong with a pair: field -> wanted and got. */
export function errorsOf({ gold, predicted }: Pair): Readonly<Record<string, unknown>> {
  const errors: Record<string, unknown> = {};
  for (const field of SCORED) {
    const { fp, fn } = scoreField(field, gold, predicted?.[field]);
    if (fp + fn > 0) errors[field] = { gold: gold?.[field] ?? null, predicted: predicted?.[field] ?? null };
  }
  if (gold === null) return errors;
  if (edge(gold, predicted, false) === false)
    errors["body_start"] = { gold: gold.body_first_words, predicted: predicted?.body_first_words ?? null };
  if (edge(gold, predicted, true) === false)
    errors["body_end"] = { gold: gold.body_last_words, predicted: predicted?.body_last_words ?? null };
  return errors;
}

function edge(
  gold: NonNullable<Pair["gold"]>,
  predicted: Pair["predicted"],
  atEnd: boolean,
): boolean | undefined {
  const wanted = atEnd ? gold.body_last_words : gold.body_first_words;
  if (isEmpty(wanted)) return undefined;
  return edgeFits(
    wanted,
    atEnd ? gold.alt_last : gold.alt_first,
    atEnd ? predicted?.body_last_words : predicted?.body_first_words,
    atEnd,
  );
}

function share(found: readonly (boolean | undefined)[]): readonly [number, number] {
  const counted = found.filter((value) => value !== undefined);
  return [counted.filter(Boolean).length, counted.length];
}

function add(a: Count, b: Count): Count {
  return { tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn };
}
