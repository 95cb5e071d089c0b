import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markText } from "./mark-text.ts";

const TEXT = "TITLE: A\nBY: B  RATED: G\nOnce.\n";
const span = (words: string, field: "title" | "author" | "rating") => ({
  range: { start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length },
  field,
  sureness: 1,
});

describe("markText()", () => {
  it("marks each span and names it once a line", () => {
    const marks = markText(
      TEXT,
      [span("TITLE: A", "title"), span("RATED: G", "rating"), span("BY: B", "author")],
      String,
    );
    expect(marks.filter((mark) => mark.field !== null)).toEqual([
      { text: "TITLE: A", field: "title", label: "title" },
      { text: "BY: B", field: "author", label: "author, rating" },
      { text: "RATED: G", field: "rating", label: null },
    ]);
  });

  it("gives the text again, letter by letter, for any spans", () => {
    const range = fc.record({ start: fc.nat(60), end: fc.nat(60) });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.array(range), (text, ranges) => {
        const spans = ranges.map((one) => ({ range: one, field: "title" as const, sureness: 1 }));
        expect(
          markText(text, spans, String)
            .map((mark) => mark.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
