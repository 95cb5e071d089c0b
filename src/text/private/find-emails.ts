import type { PrivateSpan } from "./private-span.ts";

const PLAIN = /[\w.!%+~=-]+@[\w-]+(?:\.[\w-]+)*/gu;

/** Finds e-mail addresses. */
export function findEmails(text: string): PrivateSpan[] {
  if (!text.includes("@")) return [];
  return [...text.matchAll(PLAIN)].map((m) => ({
    kind: "email",
    range: { start: m.index, end: m.index + m[0].length },
  }));
}
