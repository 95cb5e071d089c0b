import { describe, expect, test } from "vitest";
import { UsageError } from "../terms/index.ts";
import { decodeText } from "./decode-text.ts";

function bytesOf(...parts: readonly (string | number)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))));
}

describe("decodeText()", () => {
  test("maps plain ASCII by one run of single bytes", () => {
    const { text, map, lossy } = decodeText(bytesOf("The End\r\n"), "ascii");
    expect(text).toBe("The End\r\n");
    expect(map).toEqual([{ textStart: 0, textEnd: 9, byteStart: 0, byteEnd: 9, unit: "single" }]);
    expect(lossy).toEqual([]);
  });

  test("reads curly quotes of windows-1252, not control characters", () => {
    const { text, map } = decodeText(bytesOf(0x93, "Oh", 0x85, 0x94), "windows-1252");
    expect(text).toBe("“Oh…”");
    expect(map).toHaveLength(1);
  });

  test("shows each byte that is no UTF-8 as one replacement character and lists it", () => {
    const { text, map, lossy } = decodeText(bytesOf("caf", 0xe9, " é", 0xc3), "utf-8");
    expect(text).toBe("caf\ufffd é\ufffd");
    expect(lossy).toEqual([
      { start: 3, end: 4 },
      { start: 7, end: 8 },
    ]);
    expect(map.map((run) => run.unit)).toEqual(["utf-8", "single", "utf-8", "single"]);
  });

  test("reads stray bytes in a UTF-8 text by the charset given for them", () => {
    const { text, lossy } = decodeText(
      bytesOf("na", 0xef, "ve – ", 0x93, "so", 0x94),
      "utf-8",
      "windows-1252",
    );
    expect(text).toBe("naïve – “so”");
    expect(lossy).toEqual([]);
  });

  test("does not take overlong forms and surrogates for UTF-8", () => {
    expect(decodeText(bytesOf(0xc0, 0xaf), "utf-8").text).toBe("\ufffd\ufffd");
    expect(decodeText(bytesOf(0xed, 0xa0, 0x80), "utf-8").text).toBe("\ufffd\ufffd\ufffd");
  });

  test("reads UTF-16 of both byte orders, with and without a mark", () => {
    const little = Buffer.from("Ärger", "utf16le");
    const big = Buffer.from(little).swap16();
    expect(decodeText(little, "utf-16le").text).toBe("Ärger");
    expect(decodeText(Buffer.concat([Buffer.of(0xfe, 0xff), big]), "utf-16be").text).toBe("Ärger");
    expect(decodeText(Buffer.concat([Buffer.of(0xfe, 0xff), big]), "utf-16").text).toBe("Ärger");
  });

  test("keeps the last odd byte and half surrogate pairs of UTF-16 in the map", () => {
    const { text, map, lossy } = decodeText(bytesOf("A", 0, 0x00, 0xd8, "B"), "utf-16le");
    expect(text).toBe("A\ufffd\ufffd");
    expect(lossy).toEqual([
      { start: 2, end: 4 },
      { start: 4, end: 5 },
    ]);
    expect(map.at(-1)).toEqual({ textStart: 2, textEnd: 3, byteStart: 4, byteEnd: 5, unit: "whole" });
  });

  test("maps a charset of several bytes a character by lines, its plain lines to the character", () => {
    const bytes = bytesOf("Title: A\n", 0x83, 0x65, 0x83, 0x58, "\nEnd\n");
    const { text, map } = decodeText(bytes, "shift_jis");
    expect(text).toBe("Title: A\nテス\nEnd\n");
    expect(map.map((run) => [run.unit, run.byteStart, run.byteEnd])).toEqual([
      ["single", 0, 9],
      ["whole", 9, 14],
      ["single", 14, 18],
    ]);
  });

  test("refuses a charset nobody knows", () => {
    expect(() => decodeText(bytesOf("x"), "klingon")).toThrow(UsageError);
  });
});
