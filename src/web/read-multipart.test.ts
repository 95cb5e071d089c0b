import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../terms/index.ts";
import { readMultipart } from "./read-multipart.ts";

interface Seen {
  readonly name: string;
  readonly fileName: string | null;
  readonly text: string;
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(bytes: Uint8Array, contentType: string, chunkSize: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  for await (const part of readMultipart(inChunks(bytes, chunkSize), contentType)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.bytes) chunks.push(chunk);
    seen.push({ name: part.name, fileName: part.fileName, text: Buffer.concat(chunks).toString("utf8") });
  }
  return seen;
}

/** A form as a real encoder writes it. */
async function encode(form: FormData): Promise<{ bytes: Uint8Array; contentType: string }> {
  const request = new Request("http://localhost/", { method: "POST", body: form });
  return {
    bytes: new Uint8Array(await request.arrayBuffer()),
    contentType: request.headers.get("content-type") ?? "",
  };
}

const part = fc.record({ isFile: fc.boolean(), text: fc.string({ unit: "grapheme", maxLength: 200 }) });

describe("readMultipart()", () => {
  it("gives every part back, wherever the chunks are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 6 }),
        fc.integer({ min: 1, max: 90 }),
        async (parts, size) => {
          const form = new FormData();
          const wanted: Seen[] = [];
          for (const [index, { isFile, text: given }] of parts.entries()) {
            // A field's line ends are made CRLF by the encoder, and lone surrogates replaced: neither is ours to test.
            const text = given.toWellFormed().replace(/[\r\n]/gu, " ");
            const name = `f${index}`;
            if (isFile) form.append(name, new File([text], `pile/${index}.txt`));
            else form.append(name, text);
            wanted.push({ name, fileName: isFile ? `pile/${index}.txt` : null, text });
          }
          const { bytes, contentType } = await encode(form);
          expect(await readAll(bytes, contentType, size)).toEqual(wanted);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps bytes that look like a boundary", async () => {
    const bytes = Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\n\r\n--c\r\n--\r\n--b--\r\n',
    );
    expect(await readAll(bytes, "multipart/form-data; boundary=b", 3)).toEqual([
      { name: "f", fileName: "a.txt", text: "\r\n--c\r\n--" },
    ]);
  });

  it("reads names as browsers write them", async () => {
    const form = new FormData();
    form.append("folder", new File(["x"], 'Blaue Kiste/"Brief" böse.txt'));
    const { bytes, contentType } = await encode(form);
    expect((await readAll(bytes, contentType, 7))[0]?.fileName).toBe('Blaue Kiste/"Brief" böse.txt');
  });

  it("skips what nobody read of a part", async () => {
    const form = new FormData();
    form.append("big", new File(["x".repeat(50_000)], "big.txt"));
    form.append("after", "here");
    const { bytes, contentType } = await encode(form);
    const names: string[] = [];
    for await (const { name } of readMultipart(inChunks(bytes, 1000), contentType)) names.push(name);
    expect(names).toEqual(["big", "after"]);
  });

  it.each(["", "text/plain", "multipart/form-data"])("refuses a body that calls itself %j", async (type) => {
    await expect(readAll(Buffer.from("x"), type, 10)).rejects.toThrow(UsageError);
  });

  it("says so when the form ends early, wherever", async () => {
    const form = new FormData();
    form.append("a", "one");
    form.append("b", new File(["two"], "b.txt"));
    const { bytes, contentType } = await encode(form);
    const end = Buffer.from(bytes).lastIndexOf("--");
    for (let cut = 0; cut < end; cut += 7) {
      await expect(readAll(bytes.subarray(0, cut), contentType, 16)).rejects.toThrow(/ended early/u);
    }
  });

  it("refuses an endless head", async () => {
    const bytes = Buffer.from(`--b\r\nX: ${"y".repeat(40_000)}\r\n\r\nz\r\n--b--`);
    await expect(readAll(bytes, "multipart/form-data; boundary=b", 4096)).rejects.toThrow(/too long/u);
  });
});
