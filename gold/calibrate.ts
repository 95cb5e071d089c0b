import type { InspectedStory } from "../src/understand/index.ts";
import { canon } from "./canon.ts";
import type { Pair } from "./align.ts";
import { KEY_OF_FIELD } from "./predict.ts";
import { FLAGS, LISTS } from "./record.ts";

/** A claim and whether the labels agree. */
export interface Judged {
  readonly rule: string;
  readonly field: string;
  readonly sureness: number;
  readonly right: boolean;
}

/** Gives every scored claim of the paired stories with whether it is right. */
export function judgeClaims(
  pairs: readonly Pair[],
  inspected: ReadonlyMap<string, InspectedStory>,
): readonly Judged[] {
  return pairs.flatMap(({ gold, predicted }) => {
    const story =
      predicted === null ? undefined : inspected.get(`${predicted.file}#${predicted.story_index ?? 0}`);
    if (story === undefined) return [];
    return Object.entries(story.fields).flatMap(([field, claims]) => {
      const key = KEY_OF_FIELD.get(field as Parameters<typeof KEY_OF_FIELD.get>[0]);
      if (key === undefined) return [];
      const counted = LISTS.has(key) ? claims : claims.slice(0, 1);
      return counted.map(({ rule, sureness, value, asWritten }) => ({
        rule,
        field,
        sureness,
        right:
          gold !== null &&
          (agrees(key, gold[key], gold.alts?.[key], value) ||
            agrees(key, gold[key], gold.alts?.[key], asWritten)),
      }));
    });
  });
}

function agrees(key: string, label: unknown, alts: readonly unknown[] | undefined, value: string): boolean {
  if (FLAGS.has(key)) return [label, ...(alts ?? [])].some(Boolean);
  const wanted = [label, ...(alts ?? [])]
    .flat()
    .filter((candidate) => candidate !== null && candidate !== undefined);
  return wanted.some((candidate) => canon(key, candidate) === canon(key, value));
}
