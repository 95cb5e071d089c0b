import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { StorageError } from "../../terms/index.ts";
import { openTextStore } from "./open-text-store.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "fanlight-texts-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = (): string => join(dir, "texts", "ab", "abcdef.zst");

describe("openTextStore()", () => {
  test("gives back every text to the unit, half surrogate pairs and line ends with it", () => {
    const texts = openTextStore(join(dir, "texts"));
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.string({ unit: "grapheme" }),
        (odd, plain) => {
          for (const text of [odd, plain, `${odd}\r\n\ud800${plain}`]) {
            texts.put("abcdef", text);
            expect(texts.find("abcdef")).toBe(text);
          }
        },
      ),
      { numRuns: 50 },
    );
    expect(readdirSync(join(dir, "texts", "ab"))).toEqual(["abcdef.zst"]);
  });

  test("has nothing where nothing was put, or what was put is removed", () => {
    const texts = openTextStore(join(dir, "texts"));
    expect(texts.find("abcdef")).toBeUndefined();
    texts.remove("abcdef");
    texts.put("abcdef", "");
    expect(texts.find("abcdef")).toBe("");
    texts.remove("abcdef");
    expect(texts.find("abcdef")).toBeUndefined();
  });

  test("takes a torn or damaged file for absent, wherever it is torn", () => {
    const texts = openTextStore(join(dir, "texts"));
    texts.put("abcdef", "Dear Lantern, ".repeat(400));
    const whole = readFileSync(file());
    for (let size = 0; size < whole.length; size++) {
      truncateSync(file(), size);
      expect(texts.find("abcdef"), `cut to ${size}`).toBeUndefined();
      writeFileSync(file(), whole);
    }
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at);
      writeFileSync(file(), flipped);
      const found = texts.find("abcdef");
      expect(found === undefined || found === "Dear Lantern, ".repeat(400), `flipped at ${at}`).toBe(true);
    }
    writeFileSync(file(), Buffer.alloc(whole.length));
    expect(texts.find("abcdef")).toBeUndefined();
  });

  test("says so when the disk refuses", () => {
    writeFileSync(join(dir, "texts"), "a file in the way");
    expect(() => openTextStore(join(dir, "texts")).put("abcdef", "x")).toThrow(StorageError);
  });
});
