import type { Budget, ByteSample, ByteSource, Reader, Recognition, Siblings } from "../terms/index.ts";
import { makeTextLayer } from "./make-text-layer.ts";

/** Reads plain text: any charset, any line ends. */
export const textReader: Reader = {
  format: { id: "text", name: "Plain text", mediaType: "text/plain", pronom: "x-fmt/111" },
  recognise: recogniseText,
  read: readText,
};

function recogniseText(sample: ByteSample): Recognition {
  let controls = 0;
  for (const byte of sample.head) if (byte < 0x20 && (byte < 8 || (byte > 13 && byte !== 27))) controls++;
  const share = sample.head.length === 0 ? 0 : controls / sample.head.length;
  return { score: share < 0.01 ? 0.5 : 0, evidence: `${controls} control bytes` };
}

async function* readText(source: ByteSource, _siblings: Siblings, budget: Budget) {
  const bytes = await source.bytes(budget.maxTextBytes);
  const { layer, issues } = makeTextLayer(bytes);
  yield { type: "reading", format: "text", layer, declared: [], issues } as const;
}
