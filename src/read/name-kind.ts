import type { ByteSample } from "../terms/index.ts";
import { findKind } from "./find-kind.ts";

/** Names the kind of any file, for a list of what was not read. */
export function nameKind(sample: ByteSample): string {
  if (sample.sizeBytes === 0) return "empty file";
  return findKind(sample) ?? "text file";
}
