import type { StoryFacts } from "../terms/index.ts";
import { readPartNumber } from "./part-number.ts";

/**
 * Splits parts that share title and author by the total they state, because "1/3" and "1/7" are two stories of one name.
 *
 * Parts without a total ("3/?") go with the rest only when everyone else agrees on one; else they stay among themselves.
 */
export function splitByTotal(parts: readonly StoryFacts[]): readonly StoryFacts[][] {
  const byTotal = Map.groupBy(parts, (story) => readPartNumber(story.partsTotal ?? "")?.whole ?? 0);
  if (byTotal.size <= 2 && byTotal.has(0)) return [[...parts]];
  return [...byTotal.values()];
}
