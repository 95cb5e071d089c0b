import { createReadStream } from "node:fs";
import { join } from "node:path";
import {
  initArchiveFolder,
  openJournal,
  openOriginals,
  openSealed,
  walkPile,
  type Replacement,
} from "../../src/keep/index.ts";

const NOW = "2026-01-02T03:04:05.678Z";
const OBJECT = "urn:fanlight:r1:0001";
const SUCCESSOR = "urn:fanlight:r1:0001~2";

/**
 * Takes a pile in and erases one story of it, going on from wherever an earlier call was killed; in miniature what the use cases do.
 *
 * The pile needs `erased.txt` and `mixed.txt`.
 */
export async function takeInAndErase(archiveDir: string, pile: string): Promise<void> {
  await initArchiveFolder(archiveDir);
  const journal = await openJournal(archiveDir, () => NOW);
  const originals = await openOriginals(archiveDir);
  const sealed = await openSealed(archiveDir);
  const done = new Set<string>();
  const replaced: Replacement[] = [];
  for await (const { event } of journal.lines()) {
    done.add(event.type);
    if (event.type === "work-erased") replaced.push(...event.replaced);
  }
  await originals.recover(replaced);

  if (!done.has("accession-begun")) {
    await sealed.seal({ from: "Jane Example" }, "r1-source");
    await journal.append([{ type: "accession-begun", version: 1, accession: "r1", sealed: "r1-source" }]);
  }
  if (!done.has("accession-ended")) {
    if (!(await originals.hasObject(OBJECT))) {
      const staging = await originals.stageObject("r1", 1);
      for await (const found of walkPile(pile)) {
        if (found.type !== "file") continue;
        // One of them as a stream, as a large file is.
        const source =
          found.path === "mixed.txt" ? () => createReadStream(join(pile, found.path)) : found.source;
        await staging.add({ path: found.path, source });
      }
      await staging.commit(NOW);
    }
    await journal.append([{ type: "accession-ended", version: 1, accession: "r1" }]);
  }
  if (!done.has("work-erased")) {
    await originals.prepareSuccessor(OBJECT, [
      { path: "erased.txt", remove: true },
      { path: "mixed.txt", blank: [{ start: 0, end: 6 }] },
    ]);
    const replacement = { from: OBJECT, to: SUCCESSOR };
    await journal.append([
      { type: "work-erased", version: 1, work: "w1", keptOut: [], replaced: [replacement] },
    ]);
  }
  await originals.purgeObject(OBJECT);
  await sealed.destroy("r1-source");
  await journal.close();
}
