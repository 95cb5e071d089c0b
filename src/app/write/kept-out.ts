import type { WritingArchive } from "./open-writing.ts";

/**
 * Gives the test for what must not come back: originals and story texts that an author had erased.
 *
 * The journal holds keyed digests only, so neither it nor a copy of it tells what was erased.
 */
export async function readKeptOut({
  journal,
  sealed,
}: Pick<WritingArchive, "journal" | "sealed">): Promise<(sha256: string) => boolean> {
  const keptOut = new Set<string>();
  for await (const { event } of journal.lines()) {
    if (event.type === "work-erased") for (const digest of event.keptOut) keptOut.add(digest);
  }
  return (sha256) => keptOut.size > 0 && sha256 !== "" && keptOut.has(sealed.keyedDigest(sha256));
}
