import type { ByteSample } from "../terms/index.ts";

/** Names a stream that no reader takes, for the sentence "kept but not read: 3 PDF documents". */
export function nameKind(sample: ByteSample): string {
  return sample.sizeBytes === 0 ? "Empty file" : "File of unknown kind";
}
