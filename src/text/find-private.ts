import type { TextRange } from "../terms/index.ts";
import { findAddresses } from "./private/find-addresses.ts";
import { findAges } from "./private/find-ages.ts";
import { findDigitGroups } from "./private/find-digit-groups.ts";
import { findEmails } from "./private/find-emails.ts";
import { findNetworkNumbers } from "./private/find-network-numbers.ts";
import { findPhones } from "./private/find-phones.ts";
import type { PrivateSpan } from "./private/private-span.ts";

/**
 * Finds what must not be shown: e-mail addresses in all disguises, telephone numbers, street addresses, stated ages under 18.
 *
 * Shape: in the order of the text, without overlap. An author's name is not private.
 * @param zones - Header, notes and signatures: only there an age counts, or a street without a town, as characters have them too.
 */
export function findPrivate(text: string, zones: readonly TextRange[] = []): readonly PrivateSpan[] {
  const groups = findDigitGroups(text);
  const spans = [
    ...findEmails(text),
    ...findNetworkNumbers(text, groups),
    ...findAddresses(text, groups, zones),
    ...findPhones(text, groups),
    ...findAges(text, zones),
  ];
  return joinOverlaps(spans);
}

/** The first of two that overlap gives the kind; the range covers both. */
function joinOverlaps(spans: readonly PrivateSpan[]): PrivateSpan[] {
  const joined: PrivateSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.range.start - b.range.start)) {
    const last = joined.at(-1);
    if (last === undefined || span.range.start >= last.range.end) joined.push(span);
    else if (span.range.end > last.range.end) {
      joined[joined.length - 1] = {
        kind: last.kind,
        range: { start: last.range.start, end: span.range.end },
      };
    }
  }
  return joined;
}
