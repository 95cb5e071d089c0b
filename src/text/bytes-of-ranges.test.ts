import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOfRanges } from "./bytes-of-ranges.ts";
import { decodeText } from "./decode-text.ts";

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe("bytesOfRanges()", () => {
  test("counts UTF-8 bytes once for many ranges, in the order asked", () => {
    const text = "Été à Zürich 🎉 fin";
    const { map } = decodeText(bytesOf(text), "utf-8");
    const ranges = [
      { start: 16, end: 19 },
      { start: 0, end: 3 },
      { start: 13, end: 15 },
      { start: 4, end: 4 },
    ];
    expect(bytesOfRanges(text, map, ranges)).toEqual([
      { start: 22, end: 25 },
      { start: 0, end: 5 },
      { start: 17, end: 21 },
      { start: 6, end: 6 },
    ]);
  });

  test("leaves the byte order mark outside the first character", () => {
    const { text, map } = decodeText(bytesOf("\ufeffTitle"), "utf-8");
    expect(text).toBe("Title");
    expect(bytesOfRanges(text, map, [{ start: 0, end: 5 }])).toEqual([{ start: 3, end: 8 }]);
  });

  test("takes the whole pair for an offset inside a surrogate pair", () => {
    const { text, map } = decodeText(bytesOf("a🎉b"), "utf-8");
    expect(bytesOfRanges(text, map, [{ start: 2, end: 4 }])).toEqual([{ start: 1, end: 6 }]);
    expect(bytesOfRanges(text, map, [{ start: 0, end: 2 }])).toEqual([{ start: 0, end: 5 }]);
  });

  test("moves offsets outside the text to its ends", () => {
    const { text, map } = decodeText(bytesOf("abc"), "utf-8");
    expect(bytesOfRanges(text, map, [{ start: -4, end: 99 }])).toEqual([{ start: 0, end: 3 }]);
    expect(bytesOfRanges("", [], [{ start: 0, end: 0 }])).toEqual([{ start: 0, end: 0 }]);
  });

  test("gives bytes that decode to the slice again, for any bytes and charset", () => {
    const charsets = ["utf-8", "windows-1252", "utf-16le", "utf-16be", "koi8-r", "windows-1251"] as const;
    const anyText = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: "binary", maxLength: 100 }).map(bytesOf),
      fc.string({ unit: "grapheme", maxLength: 100 }).map((text) => Buffer.from(`\ufeff${text}`, "utf16le")),
    );
    fc.assert(
      fc.property(anyText, fc.constantFrom(...charsets), fc.nat(200), fc.nat(200), (bytes, charset, a, b) => {
        const { text, map } = decodeText(bytes, charset);
        const start = toBorder(text, Math.min(a, b, text.length));
        const end = toBorder(text, Math.min(Math.max(a, b), text.length));
        const [range] = bytesOfRanges(text, map, [{ start, end }]);
        const slice = bytes.slice(range?.start, range?.end);
        expect(decodeText(slice, charset).text).toBe(text.slice(start, end));
      }),
      { numRuns: 500 },
    );
  });
});

/** Steps out of a surrogate pair. */
function toBorder(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at;
}
