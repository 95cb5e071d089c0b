import { closeSync, createReadStream, openSync, readFileSync, readSync } from "node:fs";
import type { ByteSource } from "../../terms/index.ts";

/** Files up to here are read once and kept while they are looked at. */
const SMALL_BYTES = 1_048_576;

/**
 * Gives the bytes of a file on disk; reads no more than asked for, so a huge file costs its limit and not its size.
 *
 * Reading blocks: it happens in threads that have nothing else to do, where that is several times as quick.
 */
export function fileSource(file: string, name: string, sizeBytes: number): ByteSource {
  let small: Uint8Array | undefined;
  const read = (limitBytes: number): Uint8Array => {
    if (sizeBytes <= SMALL_BYTES) return (small ??= readFileSync(file)).subarray(0, limitBytes);
    return limitBytes >= sizeBytes ? readFileSync(file) : readStart(file, limitBytes);
  };
  return {
    name,
    sizeBytes,
    bytes: async (limitBytes = sizeBytes) => read(limitBytes),
    stream: (from = 0, to = sizeBytes) =>
      to <= from ? emptyStream() : createReadStream(file, { start: from, end: to - 1 }),
  };
}

function readStart(file: string, limitBytes: number): Uint8Array {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(limitBytes);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, limitBytes, 0));
  } finally {
    closeSync(descriptor);
  }
}

async function* emptyStream(): AsyncGenerator<Uint8Array> {
  // Nothing: createReadStream cannot express an empty range.
}
