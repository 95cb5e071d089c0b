import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapePath } from "./escape-path.ts";

describe("escapePath()", () => {
  test.each([
    ["Stories/Ärger – 100%.txt", "Stories/Ärger – 100%.txt"],
    ["a%20b.txt", "a%2520b.txt"],
    ["What now?.txt", "What now%3F.txt"],
    ["../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd"],
    ["/absolute//twice", "%00/absolute/%00/twice"],
    ["CON.txt", "%43ON.txt"],
    ["aux", "%61ux"],
    ["console.txt", "console.txt"],
    ["ends with dot.", "ends with dot%2E"],
    ["line\nbreak", "line%0Abreak"],
    ["caf\ufffdE9.txt", "caf%EF%BF%BDE9.txt"],
    ["back\\slash", "back%5Cslash"],
  ])("gives %j as %j", (path, expected) => {
    expect(escapePath(path)).toBe(expected);
  });

  test("cuts a name of 255 bytes, keeps its extension and tells two such names apart", () => {
    const one = escapePath(`${"я".repeat(125)}1.txt`);
    const two = escapePath(`${"я".repeat(125)}2.txt`);
    expect(Buffer.byteLength(one)).toBeLessThanOrEqual(240);
    expect(one.endsWith(".txt")).toBe(true);
    expect(one).not.toBe(two);
  });

  test("gives a path that every file system holds, whatever comes in, and never the same for two", () => {
    const seen = new Map<string, string>();
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("%", "%4", "%41", "A", "..", ""),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const path = parts.join("/");
        const escaped = escapePath(path);
        expect(Buffer.byteLength(escaped)).toBeLessThanOrEqual(800);
        for (const segment of escaped.split("/")) {
          expect(segment).not.toMatch(/^\.{0,2}$|[\u0000-\u001f\u007f<>:"|?*\\]|[. ]$/);
          expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(240);
        }
        expect(seen.get(escaped) ?? path).toBe(path);
        seen.set(escaped, path);
      }),
      { numRuns: 400 },
    );
  });
});
