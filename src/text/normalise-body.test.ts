import { describe, expect, test } from "vitest";
import { normaliseBody } from "./normalise-body.ts";

function normalise(text: string): string {
  return normaliseBody(text, { start: 0, end: text.length });
}

describe("normaliseBody()", () => {
  test("gives equal results for one text wrapped, quoted and spaced differently", () => {
    const posted = '"I don\'t -- oh,"\r\nhe said.\r\n\r\n* * *\r\n';
    const saved = "  “I don’t — oh,” he said.";
    expect(normalise(posted)).toBe("idontohhesaid");
    expect(normalise(saved)).toBe(normalise(posted));
  });

  test("folds accents, composed or not, and keeps letters of other scripts", () => {
    expect(normalise("Café")).toBe(normalise("Cafe\u0301"));
    expect(normalise("Ёлка, йод 1999")).toBe("елкайод1999");
    expect(normalise("𝒜 ﷺ ß")).toBe(`a${"ﷺ".normalize("NFKC").replaceAll(" ", "")}ss`);
  });

  test("looks at nothing outside the range", () => {
    expect(normaliseBody("éAbcé", { start: 1, end: 4 })).toBe("abc");
    expect(normaliseBody("abc", { start: 2, end: 99 })).toBe("c");
    expect(normaliseBody("abc", { start: 2, end: 1 })).toBe("");
  });

  test("holds long expansions", () => {
    expect(normalise("ﷺ".repeat(500))).toHaveLength(500 * "ﷺ".normalize("NFKC").replaceAll(" ", "").length);
  });
});
