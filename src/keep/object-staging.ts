import { createHash, hash } from "node:crypto";
import { close, closeSync, fsync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { copyFile, link, mkdir, open, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FixityError, UsageError, type Issue } from "../terms/index.ts";
import { ACCESSION_RECORD, makeAccessionRecord } from "./accession-record.ts";
import { asStorageError } from "./as-storage-error.ts";
import { claimContentPaths, claimLogicalPaths } from "./claim-paths.ts";
import { digestFile } from "./digest-file.ts";
import { guardStorage } from "./guard-storage.ts";
import {
  MAX_FILES_PER_OBJECT,
  type Added,
  type FileToHold,
  type HeldFile,
  type HeldObject,
} from "./held-object.ts";
import { findObjectId } from "./object-id.ts";
import { makeInventory, type InventoryFile } from "./ocfl/make-inventory.ts";
import { objectFolder } from "./ocfl/object-folder.ts";
import { pruneEmptyFolders } from "./purge-object.ts";
import { readSource, SMALL_BYTES } from "./read-source.ts";
import { stagingFolder } from "./staging-folder.ts";
import { streamSource } from "./stream-source.ts";
import { syncFolder } from "./sync-folder.ts";

const ACTION = "Keeping originals";
const DECLARATION = "0=ocfl_object_1.1";
// Syncing aside, while the next files are read, was measured a fifth to a half faster than all at the end.
const MAX_PENDING_SYNCS = 16;

interface Content {
  readonly contentPath: string;
  readonly sha256: string;
  /** Carried over from an older object: its digests are on record already and are not checked here. */
  readonly carried: boolean;
}

/**
 * An object in the making: files are added, then all of it is committed in one rename, or discarded.
 *
 * A class because it holds a folder that must be given up. Adds run one after the other in the order of the calls, so that the
 * same calls give the same bytes. Nothing is visible among the originals before `commit()` has ended.
 */
export class ObjectStaging {
  readonly objectId: string;
  readonly #archiveDir: string;
  readonly #folder: string;
  readonly #objectRoot: string;
  readonly #contentClaims = claimContentPaths();
  readonly #logicalClaims = claimLogicalPaths();
  readonly #contents = new Map<string, Content>();
  readonly #files: HeldFile[] = [];
  readonly #paths = new Set<string>();
  readonly #logicalPaths: string[] = [];
  readonly #folders = new Set<string>();
  readonly #syncs = new Set<Promise<void>>();
  #syncError: unknown;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(archiveDir: string, objectId: string) {
    this.objectId = objectId;
    this.#archiveDir = archiveDir;
    this.#folder = stagingFolder(archiveDir, objectId);
    this.#objectRoot = join(this.#folder, "object");
  }

  /** Opens an empty staging folder for an object; what an earlier run left there is removed. */
  static async open(archiveDir: string, objectId: string): Promise<ObjectStaging> {
    const staging = new ObjectStaging(archiveDir, objectId);
    await guardStorage(ACTION, staging.#folder, async () => {
      await rm(staging.#folder, { recursive: true, force: true });
      await mkdir(join(staging.#objectRoot, "v1", "content"), { recursive: true });
    });
    return staging;
  }

  /** How many files were added so far; an object takes `MAX_FILES_PER_OBJECT`. */
  get count(): number {
    return this.#files.length;
  }

  /**
   * Takes one file in: its bytes are written and both digests known when this ends; durable they are after `commit()`.
   *
   * @returns The held file - a second one of the same path in this object is held as `path~2` -, or that `leaveOut` did not want it, or the issue why it could not be read.
   * @throws UsageError when the object is full; StorageError when the archive's disk refuses.
   */
  add(file: FileToHold): Promise<Added> {
    return this.#enqueue(() => this.#add(file));
  }

  /** Takes over a file of another object as it is, by hard link where the disk can, else by copy. */
  carry(file: HeldFile, from: string): Promise<HeldFile> {
    return this.#enqueue(async () => {
      const known = this.#contents.get(file.sha512);
      const contentPath = known?.contentPath ?? this.#claimContent(file.path);
      if (known === undefined) {
        const target = this.#makePlace(contentPath);
        await linkOrCopy(from, target);
        this.#contents.set(file.sha512, { contentPath, sha256: file.sha256, carried: true });
      }
      return this.#record({ ...file, contentPath });
    });
  }

  /**
   * Writes record, inventory and declaration, makes everything durable, reads all of it again, and moves it into place.
   *
   * @param takenAt - Instant to note in inventory and record.
   * @throws FixityError when what was written does not read back the same; StorageError when the disk refuses.
   */
  commit(takenAt: string): Promise<HeldObject> {
    return this.#enqueue(() => this.#commit(takenAt));
  }

  /** Throws the staged files away. */
  discard(): Promise<void> {
    return this.#enqueue(async () => {
      await Promise.allSettled(this.#syncs);
      const root = join(this.#archiveDir, "originals");
      await pruneEmptyFolders(root, dirname(join(root, objectFolder(this.objectId))));
      await rm(this.#folder, { recursive: true, force: true });
    });
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(() => guardStorage(ACTION, this.#archiveDir, work));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #add(file: FileToHold): Promise<Added> {
    if (this.#files.length >= MAX_FILES_PER_OBJECT) {
      throw new UsageError(
        `Add the file to the next object: "${this.objectId}" holds ${MAX_FILES_PER_OBJECT} already`,
      );
    }
    if (typeof file.source === "function") return this.#addStream(file);
    const read = readSource(file.source);
    if (read.type === "issue") return read;
    return read.type === "large" ? this.#addStream(file) : this.#addBytes(file, read.bytes);
  }

  async #addBytes(file: FileToHold, bytes: Buffer): Promise<Added> {
    const sha256 = hash("sha256", bytes);
    if (file.leaveOut?.(sha256, bytes.length) === true) {
      return { type: "left-out", sha256, sizeBytes: bytes.length };
    }
    const sha512 = hash("sha512", bytes);
    const contentPath = this.#contents.get(sha512)?.contentPath ?? (await this.#writeBytes(file, bytes));
    return {
      type: "held",
      file: this.#hold(file, { sha256, sha512, sizeBytes: bytes.length }, contentPath),
      bytes,
    };
  }

  async #writeBytes(file: FileToHold, bytes: Buffer): Promise<string> {
    const contentPath = this.#claimContent(file.path);
    await this.#writeFile(contentPath, bytes);
    return contentPath;
  }

  async #addStream(file: FileToHold): Promise<Added> {
    const spool = join(this.#folder, "spool");
    const copied = await streamSource(file.source, spool);
    if ("code" in copied) return { type: "issue", issue: copied satisfies Issue };
    if (file.leaveOut?.(copied.sha256, copied.sizeBytes) === true) {
      return { type: "left-out", sha256: copied.sha256, sizeBytes: copied.sizeBytes };
    }
    const known = this.#contents.get(copied.sha512);
    const contentPath = known?.contentPath ?? this.#claimContent(file.path);
    if (known === undefined) await rename(spool, this.#makePlace(contentPath));
    const bytes =
      copied.sizeBytes <= SMALL_BYTES ? readFileSync(join(this.#objectRoot, contentPath)) : undefined;
    const held = this.#hold(file, copied, contentPath);
    return { type: "held", file: held, ...(bytes === undefined ? {} : { bytes }) };
  }

  #hold(
    file: FileToHold,
    digests: { readonly sha256: string; readonly sha512: string; readonly sizeBytes: number },
    contentPath: string,
  ): HeldFile {
    if (!this.#contents.has(digests.sha512)) {
      this.#contents.set(digests.sha512, { contentPath, sha256: digests.sha256, carried: false });
    }
    return this.#record({
      path: file.path,
      ...(file.rawPathHex === undefined ? {} : { rawPathHex: file.rawPathHex }),
      contentPath,
      sha256: digests.sha256,
      sha512: digests.sha512,
      sizeBytes: digests.sizeBytes,
    });
  }

  // Redactions and streams name a file by its path, so the second of two gets another.
  #record(given: HeldFile): HeldFile {
    let path = given.path;
    for (let n = 2; this.#paths.has(path); n += 1) path = `${given.path}~${n}`;
    const file = { ...given, path };
    this.#paths.add(path);
    this.#files.push(file);
    this.#logicalPaths.push(`original/${this.#logicalClaims.claim(path)}`);
    return file;
  }

  #claimContent(path: string): string {
    return `v1/content/original/${this.#contentClaims.claim(path)}`;
  }

  #makePlace(contentPath: string): string {
    const path = join(this.#objectRoot, contentPath);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    return path;
  }

  // Blocking for the same reason as `readSource()`; only making it durable waits for the disk, and that happens aside.
  async #writeFile(contentPath: string, bytes: Uint8Array): Promise<void> {
    const descriptor = openSync(this.#makePlace(contentPath), "wx");
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    const sync = syncAndClose(descriptor)
      .catch((error: unknown) => {
        this.#syncError ??= error;
      })
      .finally(() => this.#syncs.delete(sync));
    this.#syncs.add(sync);
    if (this.#syncs.size >= MAX_PENDING_SYNCS) await Promise.race(this.#syncs);
  }

  async #commit(takenAt: string): Promise<HeldObject> {
    const files = this.#files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const object = { id: this.objectId, takenAt, files };
    const record = Buffer.from(makeAccessionRecord(object));
    await this.#writeFile(ACCESSION_RECORD, record);
    await this.#writeInventory(takenAt, record);
    await Promise.all(this.#syncs);
    if (this.#syncError !== undefined) throw this.#syncError;
    await this.#syncFolders();
    await this.#checkContents();
    await this.#moveIntoPlace();
    const id = findObjectId(this.objectId);
    if (id === undefined)
      throw new UsageError(`Name the object otherwise: "${this.objectId}" is no id of an object`);
    return { ...object, ...id };
  }

  async #writeInventory(takenAt: string, record: Buffer): Promise<void> {
    const entries: InventoryFile[] = this.#files.map((file, place) => ({
      logicalPath: this.#logicalPaths[place] ?? file.path,
      contentPath: file.contentPath,
      sha256: file.sha256,
      sha512: file.sha512,
    }));
    entries.push({
      logicalPath: "accession.json",
      contentPath: ACCESSION_RECORD,
      sha256: hash("sha256", record),
      sha512: hash("sha512", record),
    });
    const message = "Files as they were received";
    const inventory = makeInventory({ objectId: this.objectId, created: takenAt, message, files: entries });
    const sidecar = `${createHash("sha512").update(inventory).digest("hex")} inventory.json\n`;
    for (const folder of ["v1/", ""]) {
      await this.#writeFile(`${folder}inventory.json`, Buffer.from(inventory));
      await this.#writeFile(`${folder}inventory.json.sha512`, Buffer.from(sidecar));
    }
    await this.#writeFile(DECLARATION, Buffer.from(`${DECLARATION.slice(2)}\n`));
  }

  async #syncFolders(): Promise<void> {
    const folders = new Set<string>();
    for (const folder of [...this.#folders, join(this.#objectRoot, "v1", "content")]) {
      for (let at = folder; at.length >= this.#objectRoot.length; at = dirname(at)) folders.add(at);
    }
    for (const folder of folders) await syncFolder(folder);
  }

  async #checkContents(): Promise<void> {
    let sinceBreak = 0;
    for (const content of this.#contents.values()) {
      if (content.carried) continue;
      const path = join(this.#objectRoot, content.contentPath);
      const small = statSync(path).size <= SMALL_BYTES;
      // Of the two digests the one that processors compute fastest.
      const found = small ? hash("sha256", readFileSync(path)) : (await digestFile(path)).sha256;
      if (found !== content.sha256) {
        throw new FixityError(
          `Keep "${content.contentPath}" failed, it reads back changed: check the disk and its memory`,
        );
      }
      sinceBreak += 1;
      if (sinceBreak % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #moveIntoPlace(): Promise<void> {
    const root = join(this.#archiveDir, "originals");
    const target = join(root, objectFolder(this.objectId));
    const made = await mkdir(dirname(target), { recursive: true });
    await rename(this.#objectRoot, target);
    const top = made === undefined ? dirname(target) : dirname(made);
    for (let at = dirname(target); at.length >= top.length; at = dirname(at)) await syncFolder(at);
    await syncFolder(this.#folder);
    await rm(join(this.#folder, "spool"), { force: true });
    await rmdir(this.#folder);
  }
}

async function linkOrCopy(from: string, target: string): Promise<void> {
  try {
    await link(from, target);
  } catch {
    await copyFile(from, target);
    const handle = await open(target, "r+");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

function syncAndClose(descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(descriptor, (syncError) => {
      close(descriptor, (closeError) => {
        const error = syncError ?? closeError;
        if (error) reject(asStorageError(error, ACTION, "originals"));
        else resolve();
      });
    });
  });
}
