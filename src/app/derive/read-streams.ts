import { identify, nameKind } from "../../read/index.ts";
import type { Budget, ByteSource, Issue, Reading, Siblings, Step } from "../../terms/index.ts";

/** What lies in a stream: a leaf with the steps that lead to it, or trouble on the way. */
export type StreamFinding =
  | {
      readonly type: "leaf";
      readonly name: string;
      readonly steps: readonly Step[];
      readonly reading: Reading;
    }
  | { readonly type: "unread"; readonly name: string; readonly kind: string }
  | { readonly type: "issue"; readonly issue: Issue };

const SAMPLE_BYTES = 65_536;

/** Plain files stand alone here; formats with partner files get theirs from the pile. */
const NO_SIBLINGS: Siblings = { list: async () => [], open: async () => undefined };

/**
 * Reads a stream and every stream inside it, depth first, in the order of the container.
 *
 * Readers only open one level; the recursion, its depth and the count of entries are kept here.
 */
export async function* readStreams(
  source: ByteSource,
  budget: Budget,
  steps: readonly Step[] = [],
): AsyncGenerator<StreamFinding> {
  const head = await source.bytes(Math.min(SAMPLE_BYTES, source.sizeBytes));
  const sample = {
    name: source.name.slice(source.name.lastIndexOf("/") + 1),
    head,
    sizeBytes: source.sizeBytes,
  };
  const { reader } = identify(sample);
  if (!reader) {
    yield { type: "unread", name: source.name, kind: nameKind(sample) };
    return;
  }
  let entries = 0;
  for await (const item of reader.read(source, NO_SIBLINGS, budget)) {
    if (item.type === "issue") yield item;
    else if (item.type === "reading") yield { type: "leaf", name: source.name, steps, reading: item };
    else if (steps.length >= budget.maxDepth)
      yield overBudget("R-020", `"${item.name}" lies deeper than ${budget.maxDepth} containers`);
    else if (++entries > budget.maxEntries) {
      yield overBudget("R-021", `"${source.name}" holds more than ${budget.maxEntries} files`);
      return;
    } else yield* readStreams(item.source, budget, [...steps, item.step]);
  }
}

function overBudget(code: string, detail: string): StreamFinding {
  return { type: "issue", issue: { code, detail } };
}
