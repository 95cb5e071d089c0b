import { UsageError } from "../terms/index.ts";

/** One field or file of a form as it arrives. `bytes` must be read before the next part is asked for, else it is skipped. */
export interface FormPart {
  readonly name: string;
  /** `null` for a plain field; empty for a file input without a file. */
  readonly fileName: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const MAX_HEAD_BYTES = 16 * 1024;
const HEAD_END = Buffer.from("\r\n\r\n");
const EMPTY = Buffer.alloc(0);

/**
 * Reads a `multipart/form-data` body part by part, holding no more than a chunk and a boundary of it.
 *
 * @param contentType - The request's header; holds the boundary.
 * @returns Parts in order. Throws `UsageError` when the body is not such a form or ends early.
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export async function* readMultipart(
  body: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
): AsyncGenerator<FormPart> {
  const boundary = findBoundary(contentType);
  if (boundary === undefined) throw new UsageError("Cannot read the form: it is not multipart/form-data");
  const source = openSource(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line end before it; lending it one makes all boundaries alike.
  source.lend(Buffer.from("\r\n"));
  await drain(readUntil(source, delimiter));
  while (!(await isLast(source))) {
    const head = Buffer.concat(await collect(readUntil(source, HEAD_END), MAX_HEAD_BYTES)).toString("utf8");
    const bytes = readUntil(source, delimiter);
    yield { name: findValue(head, "name") ?? "", fileName: findValue(head, "filename") ?? null, bytes };
    await drain(bytes);
  }
}

interface Source {
  held: Buffer;
  /** Adds the next chunk to `held`; false at the end. */
  more(): Promise<boolean>;
  lend(bytes: Buffer): void;
}

function openSource(body: AsyncIterable<Uint8Array>): Source {
  const iterator = body[Symbol.asyncIterator]();
  const source: Source = {
    held: EMPTY,
    async more() {
      const next = await iterator.next();
      if (next.done === true) return false;
      source.held =
        source.held.length === 0 ? Buffer.from(next.value) : Buffer.concat([source.held, next.value]);
      return true;
    },
    lend(bytes) {
      source.held = Buffer.concat([bytes, source.held]);
    },
  };
  return source;
}

/** Gives what stands before `mark`, chunk by chunk, and takes the mark away. */
async function* readUntil(source: Source, mark: Buffer): AsyncGenerator<Uint8Array> {
  for (;;) {
    const at = source.held.indexOf(mark);
    if (at >= 0) {
      const last = source.held.subarray(0, at);
      source.held = source.held.subarray(at + mark.length);
      if (last.length > 0) yield last;
      return;
    }
    // The end of what is held may be the beginning of the mark.
    const safe = Math.max(0, source.held.length - mark.length + 1);
    const ready = source.held.subarray(0, safe);
    source.held = source.held.subarray(safe);
    if (ready.length > 0) yield ready;
    if (!(await source.more())) throw new UsageError("Cannot read the form: it ended early, send it again");
  }
}

/** After a boundary: `--` ends the form, a line end begins a part. */
async function isLast(source: Source): Promise<boolean> {
  while (source.held.length < 2) {
    if (!(await source.more())) throw new UsageError("Cannot read the form: it ended early, send it again");
  }
  const isEnd = source.held.subarray(0, 2).toString("latin1") === "--";
  // The line end stays: an empty head then ends right where its blank line is.
  if (isEnd) while (await source.more()) source.held = EMPTY;
  return isEnd;
}

async function collect(chunks: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    if (sizeBytes > limitBytes) throw new UsageError("Cannot read the form: the head of a part is too long");
    all.push(chunk);
  }
  return all;
}

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) void chunk;
}

function findBoundary(contentType: string | undefined): string | undefined {
  const match = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/iu.exec(
    contentType ?? "",
  );
  return match?.[1] ?? match?.[2];
}

/** Browsers write `"` and line ends of a name as %22, %0D and %0A, and everything else as UTF-8. */
function findValue(head: string, key: "name" | "filename"): string | undefined {
  const match = new RegExp(`^content-disposition:[^\\r\\n]*;\\s*${key}="([^"\\r\\n]*)"`, "imu").exec(head);
  return match?.[1]?.replace(/%(22|0D|0A)/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
