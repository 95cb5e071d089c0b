import { describe, expect, it } from "vitest";
import { markQuotes } from "./mark-quotes.ts";
import { splitLines } from "./split-lines.ts";

function quotes(text: string): readonly (readonly [number, number, string])[] {
  const lines = markQuotes(text, splitLines(text, { start: 0, end: text.length }).lines);
  return lines.map((line) => [line.depth, line.gap, text.slice(line.start, line.end)]);
}

describe("markQuotes()", () => {
  it("counts the signs however they are spaced", () => {
    expect(quotes("> a\n>> b\n> > > c\n>d")).toEqual([
      [1, 0, "a"],
      [2, 0, "b"],
      [3, 0, "c"],
      [1, 0, "d"],
    ]);
  });

  it("takes a bare sign for a blank line of the quote", () => {
    expect(quotes("> a\n>\n> b")).toEqual([
      [1, 0, "a"],
      [1, 1, "b"],
    ]);
  });

  it("leaves a line of signs alone when nothing near it is quoted", () => {
    expect(quotes("a\n\n>>>>>\n\nb")).toEqual([
      [0, 0, "a"],
      [0, 1, ">>>>>"],
      [0, 1, "b"],
    ]);
  });
});
