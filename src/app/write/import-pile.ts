import {
  MAX_FILES_PER_OBJECT,
  type FoundFile,
  type HeldObject,
  type ObjectStaging,
} from "../../keep/index.ts";
import { countKinds, findOriginal, listAccessions, listDigestsOfPath } from "../../store/index.ts";
import type { Issue } from "../../terms/index.ts";
import type { LongContext } from "../context.ts";
import { maskWords } from "../mask-words.ts";
import { beginAccession, endAccession, planAccession, type OpenAccession } from "./accessions.ts";
import { catchUp, settle } from "./catch-up.ts";
import { deriveObject } from "./derive-object.ts";
import { loadVocabulary } from "../derive/load-vocabulary.ts";
import { rebuildCatalogue } from "./rebuild-catalogue.ts";
import { ensureCurrent, isOutdated } from "./ensure-current.ts";
import { readKeptOut } from "./kept-out.ts";
import { listDeliveries, type Delivery } from "./list-deliveries.ts";
import { openWriting, type WritingArchive } from "./open-writing.ts";
import { startMeter, type ProgressMeter } from "./progress-meter.ts";
import { walkDelivery } from "./walk-delivery.ts";
import { purgeStories } from "./purge-stories.ts";

export interface ImportRequest extends LongContext {
  /** Absolute paths of files and folders; they are only read. */
  readonly paths: readonly string[];
  /** What the keeper calls it; else the name of each folder. */
  readonly name?: string;
  /** The list or site it came from; else its name. */
  readonly source?: string;
  /** Only count. */
  readonly dryRun?: boolean;
  /** Files of one object of originals; as many as it may hold when omitted. */
  readonly objectFiles?: number;
}

/** Trouble on the way, with what a person can do about it. */
export interface ImportTrouble extends Issue {
  readonly hint: string;
}

export interface ImportReport {
  /** Accessions that were begun or gone on with. */
  readonly accessions: readonly string[];
  readonly files: number;
  readonly bytes: number;
  /** New originals. */
  readonly kept: number;
  /** Files that were here already. */
  readonly known: number;
  /** Files an author had erased before. */
  readonly keptOut: number;
  readonly stories: number;
  readonly works: number;
  /** What no reader took, by kind, of this import. */
  readonly unread: readonly { readonly kind: string; readonly count: number }[];
  /** Files that could not be kept, and other trouble on the way. */
  readonly issues: readonly ImportTrouble[];
  readonly stopped: boolean;
  readonly dryRun: boolean;
}

/** A larger object would make a stop or a crash cost too much reading again. */
const OBJECT_BYTES = 256 * 1_048_576;

/**
 * Takes a pile in: keeps every byte, reads and understands what it holds, brings it together, and indexes it.
 *
 * Nothing becomes public by it. A run that was stopped or killed is gone on with by the same call; the same pile again adds
 * nothing.
 */
export async function importPile(dir: string, request: ImportRequest): Promise<ImportReport> {
  const deliveries = await listDeliveries(request.paths);
  const meter = startMeter(request.onProgress);
  const size = await measure(deliveries, dir);
  meter.total = size.files;
  if (request.dryRun) return { ...EMPTY, ...size, dryRun: true };
  if (await isOutdated(dir, await loadVocabulary(dir)))
    await rebuildCatalogue(dir, { ...request, onProgress: () => undefined });
  const archive = await openWriting(dir, request, "fanlight import");
  const run = new ImportRun(archive, request, meter, await readKeptOut(archive));
  try {
    await ensureCurrent(archive);
    await catchUp(archive, meter, request.stop);
    for (const delivery of deliveries) await run.take(delivery);
    await run.purge();
    return { ...EMPTY, ...size, ...(await run.report()) };
  } finally {
    await archive.close();
  }
}

const EMPTY: ImportReport = {
  accessions: [],
  files: 0,
  bytes: 0,
  kept: 0,
  known: 0,
  keptOut: 0,
  stories: 0,
  works: 0,
  unread: [],
  issues: [],
  stopped: false,
  dryRun: false,
};

async function measure(
  deliveries: readonly Delivery[],
  archiveDir: string,
): Promise<{ files: number; bytes: number }> {
  let [files, bytes] = [0, 0];
  for (const delivery of deliveries) {
    for await (const found of walkDelivery(delivery, archiveDir)) {
      if (found.type !== "file") continue;
      files++;
      bytes += found.sizeBytes;
    }
  }
  return { files, bytes };
}

/** One import on its way: a class because an object in the making and one being derived are open at the same time. */
class ImportRun {
  readonly #archive: WritingArchive;
  readonly #request: ImportRequest;
  readonly #meter: ProgressMeter;
  readonly #isKeptOut: (sha256: string) => boolean;
  readonly #accessions = new Set<string>();
  readonly #issues: Issue[] = [];
  readonly #objects: string[] = [];
  readonly #keptOut: string[] = [];
  #counts = { kept: 0, known: 0, keptOut: 0, stories: 0, works: 0 };
  #staging: ObjectStaging | undefined;
  #stagedBytes = 0;
  /** Whether anything from this source may be here already; a first delivery need not ask for each file. */
  #isKnownSource = true;
  #deriving: Promise<void> = Promise.resolve();
  /** Files whose bytes are others than those an interrupted run took from the same place: a delivery of their own. */
  readonly #changed: FoundFile[] = [];

  constructor(
    archive: WritingArchive,
    request: ImportRequest,
    meter: ProgressMeter,
    isKeptOut: (sha256: string) => boolean,
  ) {
    this.#archive = archive;
    this.#request = request;
    this.#meter = meter;
    this.#isKeptOut = isKeptOut;
    this.#issues.push(...archive.issues);
  }

  async take(delivery: Delivery): Promise<void> {
    const name = this.#request.name ?? delivery.name;
    const note = { name, source: this.#request.source ?? name };
    const accession = await planAccession(this.#archive, note);
    const sources = await listAccessions(this.#archive.catalogue.db);
    this.#isKnownSource = sources.some(({ source }) => source === note.source);
    for await (const found of walkDelivery(delivery, this.#archive.dir)) {
      if (this.#request.stop.aborted) break;
      if (found.type === "file") await this.#takeFile(found, accession);
      else this.#trouble(found.path, found.issue);
    }
    await this.#end(accession);
    if (this.#changed.length === 0 || this.#request.stop.aborted) return;
    const next = await planAccession(this.#archive, note);
    for (const found of this.#changed.splice(0)) await this.#takeFile(found, next);
    await this.#end(next);
  }

  async #end(accession: OpenAccession): Promise<void> {
    await this.#commit(accession);
    await this.#deriving;
    if (accession.begun && !this.#request.stop.aborted) await endAccession(this.#archive, accession.id);
  }

  /** Destroys what came back in other files although its author had it erased. */
  async purge(): Promise<void> {
    if (this.#keptOut.length === 0) return;
    await purgeStories(this.#archive, this.#keptOut);
    await catchUp(this.#archive, this.#meter);
    this.#counts.keptOut += this.#keptOut.length;
  }

  async report(): Promise<Partial<ImportReport>> {
    const hints = new Map(this.#archive.vocabulary.issueCodes.map(({ id, hint }) => [id, hint]));
    return {
      ...this.#counts,
      accessions: [...this.#accessions],
      unread: await countKinds(this.#archive.catalogue.db, { objects: this.#objects, state: "unread" }),
      issues: this.#issues.map((issue) => Object.assign({ hint: hints.get(issue.code) ?? "" }, issue)),
      stopped: this.#request.stop.aborted,
    };
  }

  async #takeFile(found: FoundFile, accession: OpenAccession): Promise<void> {
    this.#meter.at(found.path);
    const { db } = this.#archive.catalogue;
    const known = this.#isKnownSource ? await listDigestsOfPath(db, accession.note.source, found.path) : [];
    const taken = known.length > 0 ? await findOriginal(db, accession.id, found.path) : undefined;
    this.#staging ??= await this.#archive.originals.stageObject(accession.id, accession.nextObject);
    const added = await this.#staging.add({
      path: found.path,
      ...(found.rawPathHex === undefined ? {} : { rawPathHex: found.rawPathHex }),
      source: found.source,
      leaveOut: (sha256) => {
        if (this.#isKeptOut(sha256)) this.#counts.keptOut++;
        else if (known.includes(sha256)) this.#counts.known++;
        else if (taken) this.#changed.push(found);
        else return false;
        return true;
      },
    });
    if (added.type === "issue") this.#trouble(found.path, added.issue);
    if (added.type !== "held") {
      this.#meter.total--;
      return this.#meter.add("kept", 0);
    }
    this.#meter.add("kept", 1);
    this.#counts.kept++;
    this.#stagedBytes += added.file.sizeBytes;
    const most = this.#request.objectFiles ?? MAX_FILES_PER_OBJECT;
    if (this.#staging.count >= most || this.#stagedBytes >= OBJECT_BYTES) await this.#commit(accession);
  }

  /** Commits what is staged, and derives it while the next object is kept: one object ahead, so that memory stays flat. */
  async #commit(accession: OpenAccession): Promise<void> {
    const staging = this.#staging;
    if (!staging) return;
    this.#staging = undefined;
    this.#stagedBytes = 0;
    if (staging.count === 0) return await staging.discard();
    await beginAccession(this.#archive, accession);
    this.#accessions.add(accession.id);
    const object = await staging.commit(this.#request.now());
    accession.nextObject++;
    this.#objects.push(object.id);
    await this.#deriving;
    this.#deriving = this.#derive(object, accession.note.source);
    // Awaited before the next object and at the end; until then a failure must not count as unhandled.
    this.#deriving.catch(() => undefined);
  }

  async #derive(object: HeldObject, source: string): Promise<void> {
    const report = await deriveObject(this.#archive, object, source, this.#isKeptOut, this.#meter);
    this.#keptOut.push(...report.keptOut);
    this.#counts.stories += report.stories.length;
    this.#counts.works += await settle(this.#archive, report.stories);
  }

  #trouble(path: string, issue: Issue): void {
    this.#issues.push({ ...issue, detail: `${maskWords(path)}: ${issue.detail}` });
  }
}
