import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry as Member, type ZipFile } from "yauzl";
import type { Budget, ByteSource, Entry, Reader, ReaderIssue } from "../terms/index.ts";

/** ZIP: opened through its central directory; members are streamed, never written anywhere. */
export const zipReader: Reader = {
  format: { id: "zip", name: "ZIP archive", mediaType: "application/zip", pronom: "x-fmt/263" },

  recognise({ head }) {
    const local = head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
    const empty = head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x05 && head[3] === 0x06;
    return local || empty
      ? { score: 0.95, evidence: "starts with a ZIP signature" }
      : { score: 0, evidence: "no ZIP signature" };
  },

  async *read(source, _siblings, budget) {
    let zip: ZipFile;
    try {
      zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.sizeBytes, {
        lazyEntries: true,
        autoClose: false,
        decodeStrings: false,
        validateEntrySizes: true,
      });
    } catch (error) {
      yield issue("R-040", `"${source.name}" cannot be opened as a ZIP archive: ${reason(error)}`);
      return;
    }
    try {
      for await (const member of zip.eachEntry()) yield* readMember(zip, member, source, budget);
    } catch (error) {
      yield issue("R-040", `The list of files in "${source.name}" is damaged: ${reason(error)}`);
    } finally {
      zip.close();
    }
  },
};

async function* readMember(
  zip: ZipFile,
  member: Member,
  container: ByteSource,
  budget: Budget,
): AsyncGenerator<Entry | ReaderIssue> {
  const name = decodeName(member);
  if (name.endsWith("/")) return;
  if (member.isEncrypted()) {
    yield issue(
      "R-041",
      `"${name}" in "${container.name}" is locked with a password: it is kept inside, and not read`,
    );
    return;
  }
  const size = member.uncompressedSize;
  if (size > 65_536 && size > Math.max(1, member.compressedSize) * budget.maxRatio) {
    yield issue(
      "R-042",
      `"${name}" in "${container.name}" would swell ${budget.maxRatio} times and more: it is kept inside, and not read`,
    );
    return;
  }
  try {
    const sha256 = await digestOf(zip, member);
    const at = String(member.relativeOffsetOfLocalHeader);
    yield { type: "entry", name, step: { step: "zip", at, sha256 }, source: memberSource(zip, member, name) };
  } catch (error) {
    yield issue("R-043", `"${name}" in "${container.name}" is damaged: ${reason(error)}`);
  }
}

function memberSource(zip: ZipFile, member: Member, name: string): ByteSource {
  const stream = async function* (from = 0, to = member.uncompressedSize): AsyncGenerator<Uint8Array> {
    let at = 0;
    for await (const chunk of await zip.openReadStreamPromise(member)) {
      const bytes = chunk as Uint8Array; // a byte stream without an encoding gives nothing else
      const [start, end] = [Math.max(0, from - at), Math.min(bytes.length, to - at)];
      if (end > start) yield bytes.subarray(start, end);
      at += bytes.length;
      if (at >= to) return;
    }
  };
  return {
    name,
    sizeBytes: member.uncompressedSize,
    stream,
    async bytes(limitBytes = member.uncompressedSize) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream(0, limitBytes)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

async function digestOf(zip: ZipFile, member: Member): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of await zip.openReadStreamPromise(member)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

/** Names are UTF-8 when the archive says so (APPNOTE 4.4.4, bit 11) or when they happen to be; else one byte a letter. */
function decodeName(member: Member): string {
  const bytes = member.fileNameRaw;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString("latin1");
  }
}

function issue(code: string, detail: string): ReaderIssue {
  return { type: "issue", issue: { code, detail } };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Lets yauzl read at any place of a source. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#source.stream(start, end), { objectMode: false });
  }
}
