import type { FieldId } from "../../terms/index.ts";

/** How often a rule is right, measured on labelled files and rounded down; `rule` or `rule:field`. */
const TABLE: Readonly<Record<string, number>> = {
  "front-matter": 0.97,
  "label-line": 0.95,
  "label-derived": 0.8,
  "label-weak": 0.75,
  "label-bare": 0.7,
  "label-unknown": 0.5,
  byline: 0.93,
  "title-line": 0.85,
  "title-subject": 0.6,
  "mail-header": 0.8,
  "prose-rights": 0.9,
  "prose-feedback": 0.5,
  "end-marker": 0.95,
  "part-line": 0.85,
};

/** Gives the sureness of a rule for a field. */
export function surenessOf(rule: string, field: FieldId): number {
  return TABLE[`${rule}:${field}`] ?? TABLE[rule] ?? 0.6;
}
