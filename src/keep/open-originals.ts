import { access, readFile } from "node:fs/promises";
import { isAbsolute, join, normalize, sep } from "node:path";
import { NotFoundError, UsageError } from "../terms/index.ts";
import { ACCESSION_RECORD, readAccessionRecord } from "./accession-record.ts";
import { guardStorage } from "./guard-storage.ts";
import type { HeldFile, HeldObject } from "./held-object.ts";
import { listObjectIds } from "./list-object-ids.ts";
import { formatObjectId } from "./object-id.ts";
import { objectFolder } from "./ocfl/object-folder.ts";
import { ROOT_DECLARATION } from "./ocfl/make-storage-root.ts";
import { ObjectStaging } from "./object-staging.ts";
import { prepareSuccessor, type Redaction } from "./prepare-successor.ts";
import { purgeObject } from "./purge-object.ts";
import { recoverOriginals, type Replacement } from "./recover-originals.ts";
import { verifyOriginals, type FixityFinding } from "./verify-originals.ts";

const CACHED_OBJECTS = 8;

/** The originals of one archive. Reading needs no lock; whatever writes must hold the archive's lock. */
export interface Originals {
  /** The OCFL storage root. */
  readonly root: string;
  /** Opens the staging of a new object. @throws UsageError when an object of that id is there already. */
  stageObject(accession: string, sequence: number): Promise<ObjectStaging>;
  /** Ids of all objects as taken in: `r2` before `r10`. */
  listObjectIds(): Promise<readonly string[]>;
  /** All objects in the order of their ids, one at a time. */
  listObjects(): AsyncIterable<HeldObject>;
  /** @throws NotFoundError when there is no such object. */
  readObject(objectId: string): Promise<HeldObject>;
  hasObject(objectId: string): Promise<boolean>;
  /** Finds a file by its path; the last few objects asked for stay in memory. */
  findFile(objectId: string, path: string): Promise<HeldFile | undefined>;
  /** Absolute path of a content file. @throws UsageError for a path that leads out of the object. */
  fileOf(objectId: string, contentPath: string): string;
  /** Commits a redacted successor beside the object. See `prepareSuccessor()`. */
  prepareSuccessor(objectId: string, redactions: readonly Redaction[]): Promise<HeldObject>;
  /** Destroys an object; nothing happens when it is not there. */
  purgeObject(objectId: string): Promise<void>;
  /** Clears up after a killed run. See `recoverOriginals()`. */
  recover(replaced: readonly Replacement[]): Promise<void>;
  /** Reads every byte again and yields what is not as recorded. */
  verify(): AsyncIterable<FixityFinding>;
}

/**
 * Opens the originals of an archive folder.
 *
 * @throws NotFoundError when the folder has no storage root.
 */
export async function openOriginals(archiveDir: string): Promise<Originals> {
  const root = join(archiveDir, "originals");
  await access(join(root, ROOT_DECLARATION)).catch((cause: unknown) => {
    throw new NotFoundError(
      `Open "${archiveDir}" failed, it holds no originals: run \`fanlight init\` first`,
      { cause },
    );
  });
  const folderOf = (objectId: string): string => join(root, objectFolder(objectId));
  const cache = new Map<string, ReadonlyMap<string, HeldFile>>();

  async function hasObject(objectId: string): Promise<boolean> {
    try {
      await access(join(folderOf(objectId), "inventory.json"));
      return true;
    } catch {
      return false;
    }
  }

  async function readObject(objectId: string): Promise<HeldObject> {
    const path = join(folderOf(objectId), ACCESSION_RECORD);
    const text = await readFile(path, "utf8").catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") {
        throw new NotFoundError(`Read object "${objectId}" failed: there is no such object`, {
          cause: error,
        });
      }
      throw error;
    });
    return readAccessionRecord(text, objectId);
  }

  async function filesByPath(objectId: string): Promise<ReadonlyMap<string, HeldFile>> {
    const known = cache.get(objectId);
    if (known !== undefined) return known;
    const { files } = await readObject(objectId);
    const byPath = new Map(files.map((file) => [file.path, file]));
    cache.set(objectId, byPath);
    const oldest = cache.keys().next().value;
    if (cache.size > CACHED_OBJECTS && oldest !== undefined) cache.delete(oldest);
    return byPath;
  }

  return {
    root,
    async stageObject(accession, sequence) {
      const objectId = formatObjectId(accession, sequence);
      if (await hasObject(objectId))
        throw new UsageError(`Stage "${objectId}" again failed: take the next number`);
      return ObjectStaging.open(archiveDir, objectId);
    },
    listObjectIds: () => listObjectIds(root),
    async *listObjects() {
      for (const objectId of await listObjectIds(root)) yield await readObject(objectId);
    },
    readObject,
    hasObject,
    findFile: async (objectId, path) => (await filesByPath(objectId)).get(path),
    fileOf(objectId, contentPath) {
      const path = normalize(contentPath);
      if (isAbsolute(path) || path === ".." || path.startsWith(`..${sep}`)) {
        throw new UsageError(`Ask for a path inside the object: "${contentPath}" leads out of it`);
      }
      return join(folderOf(objectId), path);
    },
    prepareSuccessor: async (objectId, redactions) =>
      prepareSuccessor(archiveDir, await readObject(objectId), redactions),
    async purgeObject(objectId) {
      cache.delete(objectId);
      await purgeObject(archiveDir, objectId);
    },
    recover: (replaced) =>
      guardStorage("Clearing up", archiveDir, () => recoverOriginals(archiveDir, replaced)),
    verify: () => verifyOriginals(root),
  };
}
