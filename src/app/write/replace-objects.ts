import type { Replacement } from "../../keep/index.ts";
import { appendEvents } from "./change-rescues.ts";
import type { WritingArchive } from "./open-writing.ts";
import type { ErasurePlan } from "./plan-erasure.ts";

/**
 * Replaces the objects of originals that an erasure touches by redacted successors, and destroys the old ones.
 *
 * The order is what makes it safe: successors first, then the journal, then the destruction, which any later run can
 * end. The catalogue follows with `catchUp`.
 *
 * @param work - Answers 410 from now on.
 */
export async function replaceObjects(
  archive: WritingArchive,
  plan: ErasurePlan,
  work: string,
): Promise<void> {
  const replaced: Replacement[] = [];
  for (const [from, originals] of Map.groupBy(plan.originals, ({ original }) => original.object)) {
    const successor = await archive.originals.prepareSuccessor(
      from,
      originals.map(({ redaction }) => redaction),
    );
    replaced.push({ from, to: successor.id });
  }
  const keptOut = plan.digests.map((sha256) => archive.sealed.keyedDigest(sha256)).sort();
  await appendEvents(archive, [{ type: "work-erased", version: 1, work, keptOut, replaced }]);
  for (const { from } of replaced) await archive.originals.purgeObject(from);
}
