import type { Severity } from "../terms/index.ts";

/** How often a code, or an unknown label, was met; counted by the catalogue. */
export interface IssueCount {
  readonly code: string;
  readonly count: number;
}

/** What `vocabularies/issue-codes.yaml` says of a code. */
export interface CodeMeaning {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly hint: string;
}

/** All cases of one code, as one thing to look at. */
export interface IssueGroup extends CodeMeaning {
  readonly count: number;
}

/**
 * Groups trouble by what one answer would settle, the most frequent first, damage before questions before notes.
 *
 * A code without a row in the vocabulary is kept and shown as damage: nothing is dropped for want of words.
 */
export function groupQuestions(counts: readonly IssueCount[], codes: readonly CodeMeaning[]): IssueGroup[] {
  const meanings = new Map(codes.map((code) => [code.id, code]));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => ({ ...(meanings.get(code) ?? unknownCode(code)), count }))
    .toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity] || b.count - a.count || (a.id < b.id ? -1 : 1));
}

/** Whether a group waits for a person, rather than being for the record. */
export function needsPerson(group: Pick<IssueGroup, "severity">): boolean {
  return group.severity !== "note";
}

const ORDER: Readonly<Record<Severity, number>> = { damage: 0, question: 1, note: 2 };

function unknownCode(id: string): CodeMeaning {
  return {
    id,
    severity: "damage",
    title: `Trouble of a kind without words (${id})`,
    hint: "Report this code.",
  };
}
