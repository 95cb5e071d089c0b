import type { TextRange } from "../../terms/index.ts";
import { findInnerLabels } from "../labels/find-inner-labels.ts";
import type { LabelHit } from "../labels/label-hit.ts";
import type { Lexicon } from "../lexicon/make-lexicon.ts";
import { readByline, type Byline } from "./read-byline.ts";

/** The labels of a long line that does not begin with one, and what stands before them. */
export interface LeadLabels {
  readonly hits: readonly LabelHit[];
  readonly byline: Byline | undefined;
}

const SHORTEST_LINE = 160;
/** A title and a name need no more room. */
const LONGEST_LEAD = 120;

/**
 * Gives the labels behind a title or byline on one line: "Some Title by A. Name Rating: PG Summary: ...".
 *
 * Only where line breaks were lost: a long line, its first label near the start, and several of them.
 */
export function readLeadLabels(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
): LeadLabels | undefined {
  if (to - from < SHORTEST_LINE) return undefined;
  const colon = text.slice(from, from + LONGEST_LEAD + 40).indexOf(":");
  if (colon === -1) return undefined;
  const whole: TextRange = { start: from, end: to };
  const start: LabelHit = {
    label: { start: from, end: from },
    folded: "",
    rows: [],
    strength: "known",
    value: whole,
  };
  const [lead, ...hits] = findInnerLabels(text, start, lexicon);
  if (lead === undefined || lead.value.end - from > LONGEST_LEAD) return undefined;
  const byline = readByline(text.slice(from, lead.value.end));
  return hits.length < (byline === undefined ? 3 : 2) ? undefined : { hits, byline };
}
