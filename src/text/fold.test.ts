import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";

describe("fold()", () => {
  test.each([
    ["  The   Letter. ", "the letter"],
    ["“Café — Été”", "cafe - ete"],
    ["*~* Xander/Spike *~*", "xander/spike"],
    ["Wills’s", "wills's"],
    ["STRASSE", "strasse"],
    ["Straße", "strasse"],
    ["Ёлка и йод", "елка и йод"],
    ["Ｆｕｌｌ ｗｉｄｔｈ", "full width"],
    ["...", "..."],
    ["   ", ""],
    ["zero\u200bwidth", "zerowidth"],
    ["cafe\u0301", "cafe"],
  ])("gives %j the form %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("changes nothing when folded twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });
});
