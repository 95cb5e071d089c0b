import type { GoldRecord } from "./record.ts";
import { isEmpty, scoreField } from "./score-field.ts";

/** A labelled story and the predicted one it is compared with; one of them may be missing. */
export interface Pair {
  readonly gold: GoldRecord | null;
  readonly predicted: GoldRecord | null;
}

/** Gives the pairs of labelled and predicted stories of all files, best matches first. */
export function align(gold: readonly GoldRecord[], predicted: readonly GoldRecord[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const byFile = Map.groupBy(predicted, ({ file }) => file);
  for (const [file, wanted] of Map.groupBy(gold, (record) => record.file)) {
    const found = byFile.get(file) ?? [];
    const scored = wanted
      .flatMap((left, i) => found.map((right, j) => ({ i, j, score: likeness(left, right, j) })))
      .toSorted((a, b) => b.score - a.score);
    const usedLeft = new Set<number>();
    const usedRight = new Set<number>();
    for (const { i, j } of scored) {
      if (usedLeft.has(i) || usedRight.has(j)) continue;
      usedLeft.add(i);
      usedRight.add(j);
      pairs.push({ gold: wanted[i] ?? null, predicted: found[j] ?? null });
    }
    wanted.forEach((record, i) => {
      if (!usedLeft.has(i)) pairs.push({ gold: record, predicted: null });
    });
    if (wanted.some(({ partial }) => partial === true)) continue;
    found.forEach((record, j) => {
      if (!usedRight.has(j)) pairs.push({ gold: null, predicted: record });
    });
  }
  return pairs;
}

function likeness(gold: GoldRecord, predicted: GoldRecord, place: number): number {
  const first = edgeFits(gold.body_first_words, gold.alt_first, predicted.body_first_words, false) ? 3 : 0;
  const title =
    !isEmpty(gold["title"]) &&
    !isEmpty(predicted["title"]) &&
    scoreField("title", gold, predicted["title"]).tp > 0
      ? 2
      : 0;
  return first + title + ((gold.story_index ?? 0) === (predicted.story_index ?? place) ? 1 : 0) + 0.01;
}

/** Whether eight words name the same edge of a body, compared by letters. */
export function edgeFits(
  gold: unknown,
  alts: readonly string[] | undefined,
  predicted: unknown,
  atEnd: boolean,
): boolean {
  const got = lettersOf(predicted);
  if (got === "") return false;
  return [gold, ...(alts ?? [])].some((candidate) => {
    const wanted = lettersOf(candidate);
    const length = Math.min(wanted.length, got.length);
    if (wanted === "" || length < Math.min(12, wanted.length)) return false;
    return atEnd
      ? wanted.slice(-length) === got.slice(-length)
      : wanted.slice(0, length) === got.slice(0, length);
  });
}

function lettersOf(value: unknown): string {
  return (typeof value === "string" ? value : "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
