import type { PrivateSpan } from "./private-span.ts";

const PLAIN = /(?<![\w.-])(?:\+?1[-. ])?(?:\(\d{3}\)\s?|\d{3}[-./])\d{3}[-.]\d{4}(?![\w-])/g;

/** Finds telephone numbers. */
export function findPhones(text: string): PrivateSpan[] {
  return [...text.matchAll(PLAIN)].map((m) => ({
    kind: "phone",
    range: { start: m.index, end: m.index + m[0].length },
  }));
}
