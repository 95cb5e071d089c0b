import type { FieldId } from "../../terms/index.ts";

/** How often a rule is right, measured on labelled files and rounded down; `rule` or `rule:field`. */
const TABLE: Readonly<Record<string, number>> = {
  "address-line": 0.85,
  byline: 0.95,
  "byline-address": 0.92,
  "byline:title": 0.9,
  "code-line": 0.8,
  "copyright-line": 0.8,
  "date-line": 0.85,
  "end-marker": 0.95,
  "front-matter": 0.97,
  "label-bare": 0.7,
  "label-derived": 0.8,
  "label-derived:disclaimer": 0.9,
  "label-line": 0.95,
  "label-line:notes": 0.88,
  "label-line:part": 0.8,
  "label-line:warning": 0.85,
  "label-unknown": 0.5,
  "label-weak": 0.75,
  "mail-header": 0.8,
  "mail-header:date": 0.92,
  "named-in-prose": 0.88,
  "part-line": 0.75,
  "prose-address": 0.75,
  "prose-address-author": 0.7,
  "prose-archive": 0.7,
  "prose-feedback": 0.55,
  "prose-feedback-to": 0.8,
  "prose-notes": 0.75,
  "prose-opener": 0.9,
  "prose-rights": 0.92,
  "prose-series": 0.65,
  "prose-summary": 0.6,
  "rating-inline": 0.85,
  "repeated-title": 0.7,
  signed: 0.75,
  "signature-address": 0.7,
  "subject-codes": 0.75,
  "tail-address": 0.8,
  "thanks-as-notes": 0.7,
  "title-first": 0.7,
  "title-line": 0.87,
  "title-names-fandom": 0.7,
  "title-subject": 0.75,
};

/** Gives the sureness of a rule for a field. */
export function surenessOf(rule: string, field: FieldId): number {
  return TABLE[`${rule}:${field}`] ?? TABLE[rule] ?? 0.6;
}
