import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskText } from "./mask-text.ts";

describe("maskText()", () => {
  test("hides at equal length, keeping the at sign and line ends", () => {
    const text = "Mail jo@\r\nexample.org now";
    expect(maskText(text, [{ range: { start: 5, end: 21 } }])).toBe("Mail ••@\r\n••••••••••• now");
  });

  test("keeps the length for any spans, overlapping or outside", () => {
    const range = fc.record({ start: fc.nat(40), end: fc.nat(60) });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(fc.record({ range })), (text, spans) => {
        const masked = maskText(text, spans);
        expect(masked).toHaveLength(text.length);
        for (const span of spans) {
          expect(masked.slice(span.range.start, span.range.end)).toMatch(/^[•@\r\n]*$/);
        }
      }),
    );
  });
});
