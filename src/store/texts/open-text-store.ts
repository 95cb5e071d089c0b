import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { StorageError } from "../../terms/index.ts";

/** The decoded texts of an archive. Disposable: what is not there is derived again from its original. */
export interface TextStore {
  put(readingId: string, text: string): void;
  /** Undefined when it is absent or damaged: derive it again. */
  find(readingId: string): string | undefined;
  /** Does nothing when it is absent. */
  remove(readingId: string): void;
}

const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };

/**
 * Opens the folder of texts: `ab/<reading id>.zst`, each with a checksum of its own.
 *
 * Any thread may write: a file appears whole or not at all, except after a power cut, when the checksum tells.
 *
 * @throws StorageError when the disk refuses.
 */
export function openTextStore(dir: string): TextStore {
  const pathOf = (id: string): string => join(dir, id.slice(0, 2), `${id}.zst`);
  const made = new Set<string>();
  return {
    put(id, text) {
      const path = pathOf(id);
      const temporary = `${path}.${process.pid}-${threadId}.tmp`;
      try {
        if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
        made.add(dirname(path));
        writeFileSync(temporary, zstdCompressSync(encode(text), FASTEST));
        renameSync(temporary, path);
      } catch (cause) {
        throw new StorageError(
          `Cannot write "${path}": ${messageOf(cause)}: check the disk and its permissions`,
          { cause },
        );
      }
    },
    find(id) {
      try {
        return decode(zstdDecompressSync(readFileSync(pathOf(id))));
      } catch {
        // absent, torn or damaged: all the same to the caller, who has the original
        return undefined;
      }
    },
    remove(id) {
      rmSync(pathOf(id), { force: true });
    },
  };
}

/** The last byte says how: UTF-8, or UTF-16 for the odd text with half a surrogate pair, so that no offset moves. */
const UTF_8 = 8;
const UTF_16 = 16;

function encode(text: string): Uint8Array {
  const wellFormed = text.isWellFormed();
  const words = Buffer.from(text, wellFormed ? "utf8" : "utf16le");
  return Buffer.concat([words, Buffer.of(wellFormed ? UTF_8 : UTF_16)]);
}

function decode(bytes: Buffer): string {
  const encoding = bytes.at(-1) === UTF_8 ? "utf8" : "utf16le";
  return bytes.toString(encoding, 0, bytes.length - 1);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
