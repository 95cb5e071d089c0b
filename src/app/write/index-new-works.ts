import { listUnindexedWorks, listWorkTexts, type SearchDoc } from "../../store/index.ts";
import { maskReading } from "../read-text.ts";
import type { WritingArchive } from "./open-writing.ts";

/** Works of one transaction. */
const BATCH = 128;

/** Puts works that are new or changed into the search index; only masked words, as a search must not confirm an address. */
export async function indexNewWorks(archive: WritingArchive): Promise<void> {
  await archive.writer.unindexRemovedWorks();
  for (;;) {
    const works = await listUnindexedWorks(archive.catalogue.db, BATCH);
    if (works.length === 0) return;
    const texts = Map.groupBy(
      await listWorkTexts(
        archive.catalogue.db,
        works.map((work) => work.id),
      ),
      (row) => row.work,
    );
    const docs = works.map((work): SearchDoc => ({
      number: work.number,
      title: work.title ?? "",
      people: [...work.creators, ...work.pairings, ...work.fandoms].join(" · "),
      summary: work.summary ?? "",
      body: (texts.get(work.id) ?? []).map((part) => readMasked(archive, part)).join("\n\n"),
    }));
    await archive.writer.indexWorks(docs);
  }
}

function readMasked(
  archive: WritingArchive,
  part: Awaited<ReturnType<typeof listWorkTexts>>[number],
): string {
  const text = archive.catalogue.texts.find(part.reading);
  if (text === undefined || part.body === null) return "";
  return maskReading(text, part).slice(part.body.start, part.body.end);
}
