import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { FixityError, UsageError } from "../terms/index.ts";
import { guardStorage } from "./guard-storage.ts";
import { KEPT_OUT_KEY, KEY_BYTES, keyPath, recordPath } from "./sealed-paths.ts";
import { syncFolder } from "./sync-folder.ts";
import { writeDurably } from "./write-durably.ts";

const CIPHER = "aes-256-gcm";
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_FORM = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** A value that JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Names and words about people, one key each, so that a person can be forgotten while the journal stays whole. */
export interface Sealed {
  /**
   * Seals a record and gives its id; with an id, puts the record in the place of what was there.
   *
   * @param id - Lower-case letters, digits, hyphens; random when left out.
   */
  seal(record: JsonValue, id?: string): Promise<string>;
  /**
   * Opens a record; `undefined` once it was destroyed.
   *
   * @throws FixityError when the bytes are not what was sealed.
   */
  unseal(id: string): Promise<JsonValue | undefined>;
  /** Destroys key, then record; nothing happens when they are gone already. */
  destroy(id: string): Promise<void>;
  /** HMAC-SHA256 of a digest with the archive's own secret, hex: it recognises a file and tells nobody else which. */
  keyedDigest(sha256: string): string;
}

/**
 * Opens the sealed records of an archive folder.
 *
 * @throws FixityError when the archive's own secret is missing.
 */
export async function openSealed(archiveDir: string): Promise<Sealed> {
  const secret = await readKey(archiveDir, KEPT_OUT_KEY);
  if (secret === undefined) {
    const path = keyPath(archiveDir, KEPT_OUT_KEY);
    throw new FixityError(`Open the sealed records failed, "${path}" is missing: restore it from a copy`);
  }
  return {
    seal: (record, id = randomBytes(16).toString("hex")) =>
      guardStorage("Sealing a record", archiveDir, () => seal(archiveDir, checkId(id), record)),
    unseal: (id) => unseal(archiveDir, checkId(id)),
    destroy: (id) => guardStorage("Destroying a record", archiveDir, () => destroy(archiveDir, checkId(id))),
    keyedDigest: (sha256) => createHmac("sha256", secret).update(sha256).digest("hex"),
  };
}

function checkId(id: string): string {
  if (ID_FORM.test(id) && id !== KEPT_OUT_KEY && id !== "keys") return id;
  throw new UsageError(
    `Name a sealed record otherwise: "${id}" is not of lower-case letters, digits and hyphens`,
  );
}

// The key goes first: a record without its key would be lost, a key without a record is nothing.
async function seal(archiveDir: string, id: string, record: JsonValue): Promise<string> {
  let key = await readKey(archiveDir, id);
  if (key === undefined) {
    key = randomBytes(KEY_BYTES);
    await writeDurably(keyPath(archiveDir, id), key, 0o600);
  }
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(id));
  const words = Buffer.concat([cipher.update(JSON.stringify(record), "utf8"), cipher.final()]);
  const bytes = Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), words]);
  await writeDurably(recordPath(archiveDir, id), bytes, 0o600);
  return id;
}

async function unseal(archiveDir: string, id: string): Promise<JsonValue | undefined> {
  const key = await readKey(archiveDir, id);
  const bytes = await readIfThere(recordPath(archiveDir, id));
  if (key === undefined || bytes === undefined) return undefined;
  const tagStart = 1 + NONCE_BYTES;
  const wordsStart = tagStart + TAG_BYTES;
  try {
    if (bytes[0] !== FORMAT) throw new Error("unknown format of a sealed record");
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(1, tagStart))
      .setAAD(Buffer.from(id))
      .setAuthTag(bytes.subarray(tagStart, wordsStart));
    const words = Buffer.concat([decipher.update(bytes.subarray(wordsStart)), decipher.final()]);
    return JSON.parse(words.toString("utf8")) as JsonValue; // sealed by us, as the tag has just proved
  } catch (cause) {
    throw new FixityError(`Unseal record "${id}" failed, its bytes changed: restore it from a copy`, {
      cause,
    });
  }
}

async function destroy(archiveDir: string, id: string): Promise<void> {
  const path = keyPath(archiveDir, id);
  if ((await readKey(archiveDir, id)) !== undefined) {
    const handle = await open(path, "r+");
    try {
      await handle.write(randomBytes(KEY_BYTES), 0, KEY_BYTES, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  await removeFile(path);
  await removeFile(recordPath(archiveDir, id));
}

async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.new`, { force: true });
  await syncFolder(dirname(path));
}

async function readKey(archiveDir: string, id: string): Promise<Buffer | undefined> {
  const key = await readIfThere(keyPath(archiveDir, id));
  return key?.length === KEY_BYTES ? key : undefined;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
