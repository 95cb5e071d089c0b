import { verifyJournal, type HeldFile, type HeldObject } from "../keep/index.ts";
import {
  listClaimsOfStories,
  listOriginalsOfObject,
  listReadingsOfOriginal,
  listStoriesOfOriginal,
  type StoredReading,
} from "../store/index.ts";
import { FixityError, type Claim } from "../terms/index.ts";
import { digestOf } from "../text/index.ts";
import type { AppContext } from "./context.ts";
import { fileSource } from "./derive/file-source.ts";
import { readStreams } from "./derive/read-streams.ts";
import { maskWords } from "./mask-words.ts";
import { withReading, type ReadingArchive } from "./open-reading.ts";
import { budgetOf } from "./write/open-writing.ts";

/** One thing that is not as recorded. */
export interface VerifyFinding {
  readonly what: string;
  readonly where: string;
}

export interface VerifyReport {
  readonly originals: number;
  readonly claims: number;
  readonly findings: number;
  readonly stopped: boolean;
}

export interface VerifyRequest extends AppContext {
  readonly stop: AbortSignal;
  readonly onFinding: (finding: VerifyFinding) => void;
}

/**
 * Reads everything again and compares it with the record: each original with its digests, the journal with its chain,
 * each text with its digest, each claim with the words at its range, each text's pieces with the whole text.
 *
 * Changes nothing.
 */
export async function verifyArchive(dir: string, request: VerifyRequest): Promise<VerifyReport> {
  const counts = { originals: 0, claims: 0, findings: 0 };
  const find = (what: string, where: string): void => {
    counts.findings++;
    request.onFinding({ what, where: maskWords(where) });
  };
  await verifyJournal(dir).catch((error: unknown) => {
    if (!(error instanceof FixityError)) throw error;
    find("The journal is damaged", error.message);
  });
  await withReading(dir, request, async (archive) => {
    for await (const finding of archive.originals.verify()) {
      if (request.stop.aborted) return;
      find(`An original is ${finding.kind}`, `${finding.objectId} ${finding.path}`);
    }
    for await (const object of archive.originals.listObjects()) {
      if (request.stop.aborted) return;
      counts.originals += object.files.length;
      counts.claims += await verifyObject(archive, object, find);
    }
  });
  return { ...counts, stopped: request.stop.aborted };
}

type Find = (what: string, where: string) => void;

async function verifyObject(archive: ReadingArchive, object: HeldObject, find: Find): Promise<number> {
  const originals = new Map(
    (await listOriginalsOfObject(archive.catalogue.db, object.id)).map((row) => [row.path, row]),
  );
  let claims = 0;
  for (const file of object.files) {
    const original = originals.get(file.path);
    if (original) claims += await verifyOriginal(archive, object, file, original.id, find);
    else find('An original is not in the catalogue; run "fanlight rebuild"', `${object.id} ${file.path}`);
  }
  return claims;
}

async function verifyOriginal(
  archive: ReadingArchive,
  object: HeldObject,
  file: HeldFile,
  id: string,
  find: Find,
): Promise<number> {
  const readings = await listReadingsOfOriginal(archive.catalogue.db, id);
  if (readings.length === 0) return 0;
  const stories = await listStoriesOfOriginal(archive.catalogue.db, id);
  const claims = await listClaimsOfStories(
    archive.catalogue.db,
    stories.map((story) => story.id),
  );
  const source = fileSource(archive.originals.fileOf(object.id, file.contentPath), file.path, file.sizeBytes);
  const found = new Set<string>();
  let checked = 0;
  for await (const stream of readStreams(source, budgetOf(archive.config))) {
    if (stream.type !== "leaf") continue;
    const steps = JSON.stringify(stream.steps);
    const reading = readings.find((row) => JSON.stringify(row.steps) === steps);
    if (!reading) continue;
    found.add(reading.id);
    const { text } = stream.reading.layer;
    checkText(text, reading, file.path, find);
    for (const story of stories.filter((row) => row.reading === reading.id)) {
      const own = claims.get(story.id) ?? [];
      checked += own.length;
      for (const claim of own)
        if (!says(text, claim)) find(`A claim's words are not at its range (${claim.field})`, file.path);
    }
  }
  for (const reading of readings)
    if (!found.has(reading.id)) find("A stream cannot be made again", file.path);
  return checked;
}

function checkText(text: string, reading: StoredReading, path: string, find: Find): void {
  if (digestOf(text) !== reading.layerDigest)
    find('A text is not what was read before; run "fanlight rebuild"', path);
  let at = 0;
  for (const { range } of reading.pieces) {
    if (range.start !== at) break;
    at = range.end;
  }
  if (at !== text.length) find("The pieces of a text do not cover it", path);
}

/** The words as written are the words at the range, white space joined. */
function says(text: string, { range, asWritten, precision }: Claim): boolean {
  if (!range || precision !== "exact") return true;
  return joinWords(text.slice(range.start, range.end)).includes(joinWords(asWritten));
}

function joinWords(words: string): string {
  return words.replace(/\s+/g, "");
}
