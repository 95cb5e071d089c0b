import type { Vocabulary } from "./vocabulary.ts";

/**
 * Gives the vocabulary without what only one source gives evidence for: labels, phrases, names.
 *
 * Scoring with it says how much of a result leans on single sources.
 */
export function withoutSingleSourceRows(vocabulary: Vocabulary): Vocabulary {
  const kept = (seen: readonly string[]): boolean => seen.filter((code) => code !== "K").length !== 1;
  return {
    ...vocabulary,
    labels: vocabulary.labels.map((row) => ({
      ...row,
      labels: new Map([...row.labels].filter(([, seen]) => kept(seen))),
    })),
    ratings: vocabulary.ratings.filter((row) => kept(row.seen)),
    relationships: {
      ...vocabulary.relationships,
      nicknames: vocabulary.relationships.nicknames.filter((row) => kept(row.seen)),
      kinds: vocabulary.relationships.kinds.filter((row) => kept(row.seen)),
    },
    boilerplate: vocabulary.boilerplate.filter((row) => kept(row.seen)),
    permission: vocabulary.permission.filter((row) => kept(row.seen)),
    warningForms: vocabulary.warningForms.filter((row) => kept(row.seen)),
    fandoms: vocabulary.fandoms.filter((row) => kept(row.seen)),
  };
}
