import { hash } from "node:crypto";
import type { JournalEvent, JournalLine } from "../terms/index.ts";

/** sha256 of nothing: what the first line names as the one before. */
export const NO_LINE = hash("sha256", "");

/** Gives a line's bytes without its line end; its sha256 is what the next line names. */
export function formatJournalLine(seq: number, at: string, previous: string, event: JournalEvent): string {
  return JSON.stringify({ seq, at, previous, event });
}

/** Reads a line back; `undefined` when it is none. */
export function findJournalLine(text: string): JournalLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isLine(value) ? value : undefined;
}

function isLine(value: unknown): value is JournalLine {
  if (typeof value !== "object" || value === null) return false;
  const line = value as Record<string, unknown>; // an object of unknown shape, looked at field by field
  const event = line["event"];
  return (
    Number.isSafeInteger(line["seq"]) &&
    typeof line["at"] === "string" &&
    typeof line["previous"] === "string" &&
    typeof event === "object" &&
    event !== null &&
    "type" in event &&
    typeof event.type === "string"
  );
}
