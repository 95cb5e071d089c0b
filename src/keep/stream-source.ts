import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import type { Issue } from "../terms/index.ts";
import type { FileSource } from "./held-object.ts";
import { CHANGED_WHILE_READ, SPECIAL_FILE, sameState, unreadable } from "./read-source.ts";

const CHUNK_BYTES = 1024 * 1024;

/** Digests of what was copied. */
export interface Copied {
  readonly sha256: string;
  readonly sha512: string;
  readonly sizeBytes: number;
}

/**
 * Copies a source of any size to `target` in chunks, both digests on the way, and makes it durable.
 *
 * Memory stays flat. Errors of the source become an issue; those of the target are thrown, as they concern the archive.
 */
export async function streamSource(source: FileSource, target: string): Promise<Copied | Issue> {
  const out = await open(target, "w");
  try {
    const copied = typeof source === "function" ? await copyStream(source, out) : await copyFile(source, out);
    await out.sync();
    return copied;
  } finally {
    await out.close();
  }
}

async function copyFile(path: string | Buffer, out: FileHandle): Promise<Copied | Issue> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return unreadable(error);
  }
  try {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const before = await file.stat({ bigint: true });
      if (!before.isFile()) return SPECIAL_FILE;
      const copied = await copyChunks(chunksOf(file), out);
      if ("code" in copied) return copied;
      const after = await file.stat({ bigint: true });
      if (BigInt(copied.sizeBytes) === before.size && sameState(before, after)) return copied;
    }
    return CHANGED_WHILE_READ;
  } finally {
    await file.close();
  }
}

function copyStream(opener: () => AsyncIterable<Uint8Array>, out: FileHandle): Promise<Copied | Issue> {
  return copyChunks(opener(), out);
}

async function* chunksOf(file: FileHandle): AsyncIterable<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function copyChunks(chunks: AsyncIterable<Uint8Array>, out: FileHandle): Promise<Copied | Issue> {
  const sha256 = createHash("sha256");
  const sha512 = createHash("sha512");
  let sizeBytes = 0;
  const iterator = chunks[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await iterator.next();
    } catch (error) {
      return unreadable(error);
    }
    if (next.done === true) break;
    sha256.update(next.value);
    sha512.update(next.value);
    await writeAll(out, next.value, sizeBytes);
    sizeBytes += next.value.length;
  }
  await out.truncate(sizeBytes);
  return { sha256: sha256.digest("hex"), sha512: sha512.digest("hex"), sizeBytes };
}

async function writeAll(out: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let at = 0;
  while (at < bytes.length) {
    const { bytesWritten } = await out.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}
