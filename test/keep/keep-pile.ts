import {
  initArchiveFolder,
  openOriginals,
  walkPile,
  type HeldObject,
  type Originals,
} from "../../src/keep/index.ts";

/** Makes an archive and takes the files of a pile into one object. */
export async function keepPile(
  archiveDir: string,
  pile: string,
): Promise<{ readonly originals: Originals; readonly object: HeldObject }> {
  await initArchiveFolder(archiveDir);
  const originals = await openOriginals(archiveDir);
  const staging = await originals.stageObject("r1", 1);
  for await (const found of walkPile(pile)) if (found.type === "file") await staging.add(found);
  return { originals, object: await staging.commit("2026-01-02T03:04:05.678Z") };
}
