import { createHash, hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { FixityError, NotFoundError, UsageError, type ByteSource, type Step } from "../terms/index.ts";
import type { HeldFile } from "./held-object.ts";
import type { Originals } from "./open-originals.ts";

/** Opens the stream inside another; one for each kind of step (`gunzip`, `zip-entry`, `mbox-range` ...). */
export type StepOpener = (source: ByteSource, step: Step) => Promise<ByteSource>;

/**
 * Makes a stream again: the original, then each step into it. Reading it to its end proves its digest.
 *
 * @param openers - By `Step.step`; none are needed for an original itself.
 * @throws NotFoundError when the object holds no such path; UsageError for a step without opener; FixityError, while reading,
 * when the bytes are not what was recorded.
 */
export async function resolveStream(
  originals: Originals,
  objectId: string,
  path: string,
  steps: readonly Step[] = [],
  openers: Readonly<Record<string, StepOpener>> = {},
): Promise<ByteSource> {
  const file = await originals.findFile(objectId, path);
  if (file === undefined) {
    throw new NotFoundError(`Read an original of "${objectId}" failed: it holds no such path`);
  }
  let source = openOriginal(originals.fileOf(objectId, file.contentPath), file);
  for (const step of steps) {
    const open = openers[step.step];
    if (open === undefined) {
      throw new UsageError(
        `Read the stream failed, no reader knows the step "${step.step}": use a newer Fanlight`,
      );
    }
    source = proveSource(await open(source, step), step.sha256);
  }
  return source;
}

function openOriginal(path: string, file: HeldFile): ByteSource {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const plain: ByteSource = {
    name,
    sizeBytes: file.sizeBytes,
    bytes: (limitBytes) => (limitBytes === undefined ? readFile(path) : readHead(path, limitBytes)),
    stream: () => createReadStream(path),
  };
  return proveSource(plain, file.sha256);
}

// Only the first bytes cannot be proved: there is no digest of them.
function proveSource(source: ByteSource, sha256: string): ByteSource {
  const refuse = (): never => {
    throw new FixityError(
      `Read "${source.name}" failed, its bytes changed: run \`fanlight verify\`, restore it from a copy`,
    );
  };
  return {
    name: source.name,
    sizeBytes: source.sizeBytes,
    async bytes(limitBytes) {
      const bytes = await source.bytes(limitBytes);
      const whole = limitBytes === undefined || limitBytes >= source.sizeBytes;
      return whole && hash("sha256", bytes) !== sha256 ? refuse() : bytes;
    },
    async *stream() {
      const digest = createHash("sha256");
      for await (const chunk of source.stream()) {
        digest.update(chunk);
        yield chunk;
      }
      if (digest.digest("hex") !== sha256) refuse();
    },
  };
}

async function readHead(path: string, limitBytes: number): Promise<Uint8Array> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(Math.min(limitBytes, size));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
