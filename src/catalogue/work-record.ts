import { sortKey } from "../text/sort-key.ts";
import type { Claim, FieldId, Rights, WorkGroup, WorkRecord } from "../terms/index.ts";
import { strictestRights } from "./rights.ts";

/** What one witness of a work says of it; the words are already masked. */
export interface WitnessClaims {
  readonly story: string;
  readonly claims: readonly Pick<Claim, "field" | "value" | "asWritten" | "sureness">[];
  readonly rights: Rights;
  readonly language: string | null;
  readonly words: number;
}

/** Sorts behind every letter: what has no title stands at the end of a list, not before it. */
const NOT_STATED_LAST = "\uFFFD";

/** Below this a claim is a question for a person, not a value to show. */
const SURE_ENOUGH = 0.5;

/**
 * Makes the record of a work from what its witnesses say.
 *
 * A single value is taken from the first witness that states it, in reading order; lists are brought together.
 *
 * @param group - The work as `reconcile` put it together.
 * @param witnesses - One entry a member, in any order.
 */
export function makeWorkRecord(group: WorkGroup, witnesses: readonly WitnessClaims[]): WorkRecord {
  const byStory = new Map(witnesses.map((witness) => [witness.story, witness]));
  const inOrder = group.members.flatMap((member) => byStory.get(member.story) ?? []);
  const shown = group.members.flatMap((member) =>
    member.role === "shown" ? (byStory.get(member.story) ?? []) : [],
  );
  const said = inOrder.flatMap((witness) => witness.claims).filter((claim) => claim.sureness >= SURE_ENOUGH);
  const first = (field: FieldId) => said.find((claim) => claim.field === field);
  const all = (field: FieldId) => [
    ...new Set(said.flatMap((claim) => (claim.field === field ? claim.asWritten : []))),
  ];
  const title = first("title")?.asWritten ?? null;
  const creators = all("author");
  const date = first("date");
  return {
    id: group.id,
    title,
    titleSort: title === null ? NOT_STATED_LAST : sortKey(title),
    creators,
    creatorSort: creators[0] === undefined ? NOT_STATED_LAST : sortKey(creators[0]),
    fandoms: all("fandom"),
    pairings: all("pairing"),
    rating: first("rating")?.asWritten ?? null,
    summary: first("summary")?.asWritten ?? null,
    warnings: all("warning"),
    ...strictestRights(inOrder.map((witness) => witness.rights)),
    language: shown.find((witness) => witness.language !== null)?.language ?? null,
    words: shown.reduce((sum, witness) => sum + witness.words, 0),
    parts: shown.length,
    partsTotal: group.partsTotal,
    missingParts: group.missingParts,
    dateText: date?.asWritten ?? null,
    dateSort: date && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date.value) ? date.value : null,
  };
}
