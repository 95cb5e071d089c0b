import type { Anchor } from "../terms/index.ts";
import { shortIdOf } from "./short-id.ts";

/**
 * Gives the id of the work whose first witness stands at this anchor.
 *
 * It hangs on the bytes and on nothing else (no path, no accession), so the same pile gives the same ids in every archive.
 */
export function anchorIdOf(anchor: Anchor): string {
  const steps = anchor.steps.map((step) => `${step.step} ${step.at} ${step.sha256}`);
  return shortIdOf([anchor.original, ...steps, anchor.bytes.start, anchor.bytes.end]);
}
