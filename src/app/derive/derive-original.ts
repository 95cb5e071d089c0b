import { shortIdOf } from "../../reconcile/index.ts";
import type { Budget, ByteSource, Issue } from "../../terms/index.ts";
import type { Vocabulary } from "../../vocabulary/index.ts";
import type { DerivedOriginal, DerivedReading, OriginalPlace } from "../../store/index.ts";
import { deriveReading } from "./derive-reading.ts";
import { readStreams } from "./read-streams.ts";

/** One original to derive from: where it lies, and the list or site it came from. */
export interface OriginalToDerive extends OriginalPlace {
  readonly source: string;
}

/** Called with the text of each reading, to keep it for the pages. */
export type KeepText = (readingId: string, text: string) => void;

/**
 * Derives all that follows from one original: its readings, stories, claims and issues.
 *
 * Depends on nothing but the bytes, the vocabulary and the budget, so every rebuild gives the same.
 */
export async function deriveOriginal(
  original: OriginalToDerive,
  source: ByteSource,
  vocabulary: Vocabulary,
  budget: Budget,
  keepText: KeepText,
): Promise<DerivedOriginal> {
  const readings: DerivedReading[] = [];
  const issues: Issue[] = [];
  let kind = "";
  if (original.sizeBytes === 0) {
    return {
      original,
      state: "empty",
      kind: "empty file",
      readings,
      issues: [{ code: "R-001", detail: "The file is empty" }],
    };
  }
  for await (const found of readStreams(source, budget)) {
    if (found.type === "issue") issues.push(found.issue);
    else if (found.type === "unread") {
      kind ||= found.kind;
      issues.push({ code: "R-010", detail: `Kept but not read: ${found.kind}` });
    } else {
      const id = shortIdOf([original.id, ...found.steps.map((step) => `${step.step} ${step.at}`)]);
      kind ||= found.reading.format;
      keepText(id, found.reading.layer.text);
      readings.push(deriveReading(id, original, found.name, found.steps, found.reading, vocabulary));
    }
  }
  return { original, state: readings.length > 0 ? "read" : "unread", kind, readings, issues };
}
