import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameOfBytes } from "./name-of-bytes.ts";

describe("nameOfBytes()", () => {
  test("leaves printable UTF-8 as it is", () => {
    expect(nameOfBytes(Buffer.from("Ärger & Trost/100%20 %FF – Теil 2.txt"))).toBe(
      "Ärger & Trost/100%20 %FF – Теil 2.txt",
    );
  });

  test("shows bytes that are no UTF-8 as U+FFFD and their hex", () => {
    expect(nameOfBytes(Buffer.from("caf\xe9.txt", "latin1"))).toBe("caf\ufffdE9.txt");
    expect(nameOfBytes(Buffer.concat([Buffer.from("жж"), Buffer.from([0xd0])]))).toBe("жж\ufffdD0");
  });

  test("lets no control sign through", () => {
    expect(nameOfBytes(Buffer.from("a\u001b[2Jb\nc\u0085"))).toBe("a\ufffd1B[2Jb\ufffd0Ac\ufffdC2\ufffd85");
  });

  test("never gives two names the same text", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .string({ unit: fc.constantFrom("\ufffd", "E", "9", "C", "2", "é", "\u0000") })
        .map((text) => Buffer.from(text)),
    );
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(bytes, (raw) => {
        const hex = Buffer.from(raw).toString("hex");
        const name = nameOfBytes(Buffer.from(raw));
        expect(name.isWellFormed()).toBe(true);
        expect(seen.get(name) ?? hex).toBe(hex);
        seen.set(name, hex);
      }),
      { numRuns: 3000 },
    );
  });
});
