import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import type { ByteSource } from "../../terms/index.ts";

/** Gives the bytes of a file on disk; reads no more than asked for, so a huge file costs its limit and not its size. */
export function fileSource(file: string, name: string, sizeBytes: number): ByteSource {
  return {
    name,
    sizeBytes,
    async bytes(limitBytes = sizeBytes) {
      if (limitBytes >= sizeBytes) return await readFile(file);
      const handle = await open(file);
      try {
        const buffer = Buffer.alloc(limitBytes);
        const { bytesRead } = await handle.read(buffer, 0, limitBytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    stream: (from = 0, to = sizeBytes) =>
      to <= from ? emptyStream() : createReadStream(file, { start: from, end: to - 1 }),
  };
}

async function* emptyStream(): AsyncGenerator<Uint8Array> {
  // Nothing: createReadStream cannot express an empty range.
}
