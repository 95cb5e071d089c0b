import type { Claim, FieldId, TextRange } from "../../terms/index.ts";
import type { ValuePart } from "../values/value-part.ts";
import { surenessOf } from "./sureness-of.ts";

/** What a claim needs beside its range. */
export interface ClaimDetail {
  readonly label?: string | undefined;
  readonly sureness?: number | undefined;
  readonly value?: string | undefined;
  readonly qualifiers?: readonly string[] | undefined;
}

/** Gives a claim about the words of a range. */
export function makeClaim(
  text: string,
  field: FieldId,
  range: TextRange,
  rule: string,
  detail: ClaimDetail = {},
): Claim {
  const asWritten = text.slice(range.start, range.end).replace(/\s+/g, " ").trim();
  return {
    field,
    value: detail.value ?? asWritten,
    asWritten,
    range: { start: range.start, end: range.end },
    precision: "exact",
    rule,
    sureness: detail.sureness ?? surenessOf(rule, field),
    ...(detail.label === undefined ? {} : { label: detail.label }),
    ...(detail.qualifiers === undefined || detail.qualifiers.length === 0
      ? {}
      : { qualifiers: detail.qualifiers }),
  };
}

/** Gives the claim for a part of a value; the part may name another field than the label did. */
export function claimOfPart(
  text: string,
  field: FieldId,
  part: ValuePart,
  rule: string,
  detail: ClaimDetail = {},
): Claim {
  const claim = makeClaim(text, part.field ?? field, part, rule, {
    ...detail,
    value: part.value ?? detail.value,
    qualifiers: part.qualifiers ?? detail.qualifiers,
  });
  return claim;
}
