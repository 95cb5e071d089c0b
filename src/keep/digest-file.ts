import { createHash, hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { SMALL_BYTES } from "./read-source.ts";

const CHUNK_BYTES = 1024 * 1024;

/** Both digests of a file, hex, and its size. */
export interface FileDigests {
  readonly sha256: string;
  readonly sha512: string;
  readonly sizeBytes: number;
}

/** Digests a file of any size: a small one in one blocking read (see `readSource()`), a large one in chunks. */
export async function digestFile(path: string): Promise<FileDigests> {
  if (statSync(path).size > SMALL_BYTES) return digestLarge(path);
  const bytes = readFileSync(path);
  return { sha256: hash("sha256", bytes), sha512: hash("sha512", bytes), sizeBytes: bytes.length };
}

async function digestLarge(path: string): Promise<FileDigests> {
  const sha256 = createHash("sha256");
  const sha512 = createHash("sha512");
  const handle = await open(path, "r");
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    let sizeBytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, sizeBytes);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      sha256.update(chunk);
      sha512.update(chunk);
      sizeBytes += bytesRead;
    }
    return { sha256: sha256.digest("hex"), sha512: sha512.digest("hex"), sizeBytes };
  } finally {
    await handle.close();
  }
}
