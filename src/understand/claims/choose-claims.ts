import { MANY_VALUED, type Claim, type FieldId } from "../../terms/index.ts";
import { fold } from "../../text/index.ts";

/** Rules in order of trust: for a field, only claims of the first rank that has any are kept (labels may repeat). */
const RANKS: Partial<Record<FieldId, readonly (readonly string[])[]>> = {
  title: [
    ["front-matter", "label-line"],
    ["label-derived", "label-weak"],
    ["prose-opener"],
    ["byline", "title-line"],
    ["prose-copyright"],
    ["title-first"],
    ["title-subject"],
    ["label-bare"],
  ],
  author: [
    ["front-matter", "label-line", "label-derived", "label-weak"],
    ["byline", "prose-opener"],
    ["copyright-line", "prose-copyright"],
    ["label-bare"],
    ["signed"],
    ["mail-header"],
  ],
  email: [
    ["label-line", "label-derived", "label-weak", "front-matter"],
    ["byline", "byline-address"],
    ["prose-address-author"],
    ["address-line"],
    ["mail-header"],
    ["prose-address"],
    ["tail-address"],
    ["signature-address"],
  ],
  date: [
    ["front-matter", "label-line", "label-derived", "label-weak"],
    ["prose-opener"],
    ["byline", "copyright-line", "date-line", "prose-copyright"],
    ["mail-header"],
  ],
  part: [
    ["front-matter", "label-line"],
    ["byline", "title-line", "prose-opener", "part-line"],
    ["title-subject"],
    ["prose-part"],
  ],
  "parts-total": [
    ["front-matter", "label-line"],
    ["byline", "title-line", "prose-opener", "part-line"],
    ["title-subject"],
    ["prose-part"],
  ],
  rating: [
    ["front-matter", "label-line", "label-derived", "label-weak"],
    ["code-line"],
    ["label-bare"],
    ["rating-inline", "subject-codes"],
  ],
  pairing: [
    ["front-matter", "label-line", "label-derived", "label-weak"],
    ["label-bare"],
    ["code-line"],
    ["subject-codes"],
  ],
  disclaimer: [["front-matter", "label-line", "label-derived", "label-weak", "label-bare"], ["prose-rights"]],
  warning: [
    ["front-matter", "label-line", "label-derived", "label-weak", "label-bare"],
    ["rating-inline", "prose-warning"],
  ],
  summary: [
    ["front-matter", "label-line", "label-derived", "label-weak"],
    ["label-bare", "prose-summary"],
  ],
  feedback: [["label-line", "label-derived", "label-weak"], ["prose-feedback-to"], ["prose-feedback"]],
  "archive-permission": [["label-line", "label-derived", "label-weak"], ["prose-archive"]],
  dedication: [["label-line", "label-derived", "label-weak"], ["prose-dedication"]],
};

/** Gives the claims worth standing: by field the most trusted rule, single values once, doubles dropped. */
export function chooseClaims(claims: readonly Claim[]): readonly Claim[] {
  const byField = new Map<FieldId, Claim[]>();
  for (const claim of claims) {
    const list = byField.get(claim.field) ?? [];
    list.push(claim);
    byField.set(claim.field, list);
  }
  const kept: Claim[] = [];
  for (const [field, list] of byField) {
    const ranked = rank(field, list);
    const one = !MANY_VALUED.has(field);
    const seen = new Set<string>();
    for (const claim of ranked) {
      const key = fold(claim.value);
      if (claim.value === "" || seen.has(key) || (one && seen.size > 0 && field !== "disclaimer")) continue;
      if (kept.some((other) => other.field === field && other.rule !== claim.rule && isInside(claim, other)))
        continue;
      seen.add(key);
      kept.push(claim);
    }
  }
  return kept.sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
}

/** Reasons a rating gives are warnings only when the author warns nowhere else. */
function ownWarnings(list: readonly Claim[]): readonly Claim[] {
  const own = list.filter(({ label }) => label === undefined || !/\brat(?:ed|ing)/i.test(label));
  return own.some(({ label }) => label !== undefined) ? own : list;
}

function rank(field: FieldId, list: readonly Claim[]): readonly Claim[] {
  if (field === "warning") return ownWarnings(list);
  const ranks = RANKS[field];
  if (ranks === undefined) return list;
  for (const rules of ranks) {
    const found = list.filter(({ rule }) => rules.includes(rule));
    if (found.length > 0) return found;
  }
  return list;
}

/** Whether the words of a claim lie within those of another: the sentence a label's value already holds. */
function isInside({ range, field }: Claim, other: Claim): boolean {
  if (field !== "warning" && field !== "disclaimer" && field !== "feedback") return false;
  return (
    range !== null && other.range !== null && range.start >= other.range.start && range.end <= other.range.end
  );
}
