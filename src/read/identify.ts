import type { ByteSample, Reader, Recognition } from "../terms/index.ts";
import { READERS } from "./readers.ts";

/** Which reader takes a stream, if one does, and why. */
export interface Identified {
  readonly reader: Reader | undefined;
  readonly recognition: Recognition;
}

/** Finds the reader that is surest of a stream; none when no reader gives it a score above 0. */
export function identify(sample: ByteSample, readers: readonly Reader[] = READERS): Identified {
  let best: Identified = { reader: undefined, recognition: { score: 0, evidence: "no reader knows it" } };
  for (const reader of readers) {
    const recognition = reader.recognise(sample);
    if (recognition.score > best.recognition.score) best = { reader, recognition };
  }
  return best;
}
