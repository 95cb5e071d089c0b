import { describe, expect, it } from "vitest";
import { isPreformatted } from "./is-preformatted.ts";
import { splitLines } from "./split-lines.ts";

function check(text: string): boolean {
  return isPreformatted(text, splitLines(text, { start: 0, end: text.length }).lines);
}

describe("isPreformatted()", () => {
  it("keeps drawings and tables", () => {
    expect(check("  /\\_/\\\n ( o.o )\n  > ^ <")).toBe(true);
    expect(check("Name      Age\nAnn       12\nBob       9")).toBe(true);
    expect(check("+---+---+\n| a | b |\n+---+---+")).toBe(true);
    expect(check("a\tb\tc\nd\te\tf")).toBe(true);
  });

  it("leaves prose: wide gaps after sentences, justified lines, single lines, silences", () => {
    expect(check("He left.    She stayed.    It rained\nall night.    Nobody minded that at all.")).toBe(
      false,
    );
    expect(
      check(
        "The  last  bus  to  Marlow  End  carries nobody  past   the\nreservoir,  and the driver,   whose name  is Colm,  learned\nto  like    it.  He turns    off the inside    lights there.\nHe sings.",
      ),
    ).toBe(false);
    expect(check("a    b")).toBe(false);
    expect(check('"..."\n"?!"\n"..."')).toBe(false);
  });
});
