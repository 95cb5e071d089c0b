import * as fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bytesOfRanges } from "./bytes-of-ranges.ts";
import { decodeText } from "./decode-text.ts";
import { repairText, type Repaired } from "./repair-text.ts";

function repair(text: string): Repaired {
  const bytes = Buffer.from(text);
  const decoded = decodeText(bytes, "utf-8");
  return repairText(decoded.text, decoded.map, bytes);
}

/** Reads UTF-8 as another charset, as the old programs did. */
function misread(text: string, charset = "windows-1252"): string {
  return decodeText(Buffer.from(text), charset).text;
}

describe("repairText() undoes double encoding", () => {
  test.each([
    "“Don’t,” she said — and he didn’t…",
    "Café au lait, déjà vu, très naïf",
    "Ich möchte schöne Grüße überbringen",
    "Спайк сказал: «Привет»",
  ])("%j", (text) => {
    expect(
      repair(misread(text, text.startsWith("С") ? "windows-1251" : "windows-1252").replaceAll("\ufffd", ""))
        .text,
    ).not.toContain("â€");
    expect(repair(misread(misread(text.replaceAll("”", "“"))).replaceAll("\ufffd", "�")).text).not.toMatch(
      /Ã|â€/,
    );
  });

  test("gives the words back, with the place and the bytes before", () => {
    const { text, issues, map } = repair("ASCII first.\nItâ€™s a cafÃ©.\n");
    expect(text).toBe("ASCII first.\nIt’s a café.\n");
    expect(issues.map((issue) => [issue.code, issue.range, issue.before])).toEqual([
      ["T-004", { start: 15, end: 16 }, Buffer.from("â€™").toString("hex")],
      ["T-004", { start: 23, end: 24 }, Buffer.from("Ã©").toString("hex")],
    ]);
    expect(bytesOfRanges(text, map, [{ start: 13, end: 17 }])).toEqual([{ start: 13, end: 24 }]);
  });

  test.each([
    "“Brontë…”",
    "MARQUÉ…",
    "Ürün – «Été»",
    "Ёлки, «Привет»…",
    "NESTLÉ® is 5×£35",
    "a naïve café — très chic",
  ])("leaves %j alone", (text) => {
    expect(repair(text)).toMatchObject({ text, issues: [] });
  });
});

describe("repairText() undoes smaller damage", () => {
  test.each([
    ["don\u0092t \u0093go\u0094", "don’t “go”", "T-005"],
    ["I donÕt and he didnÕt: ÒnoÓ", "I don’t and he didn’t: “no”", "T-006"],
    ["I don¹t know, it¹s ³fine²", "I don’t know, it’s “fine”", "T-006"],
    ["He said:=20\nNo=20\nYes=3D1=20\n", "He said: \nNo \nYes=1 \n", "T-007"],
    ["&quot;Oh,&quot; he said &amp; left&#8230;", '"Oh," he said & left…', "T-008"],
    ["He didn\\'t. \\\"No,\\\" I\\'d say.", "He didn't. \"No,\" I'd say.", "T-009"],
    ["The End\r\n\x1a\x1a", "The End\r\n", "T-010"],
    ["He\x00\x00llo", "Hello", "T-010"],
    ["_\bB_\bold", "Bold", "T-010"],
    ["\x1b[1;31mred\x1b[0m", "red", "T-010"],
  ])("%j", (damaged, whole, code) => {
    const { text, issues } = repair(damaged);
    expect(text).toBe(whole);
    expect(new Set(issues.map((issue) => issue.code))).toEqual(new Set([code]));
  });

  test.each([
    "See http://example.org/?a=20&b=3D now",
    "x = 20, y =30 and =====\n=====\n",
    "<p>&quot;Oh&quot; &amp; so on</p>",
    "One &amp; only",
    "C:\\'quoted' and 'others' and 'more'",
    "page one\f\npage two\t.",
    "Él habló. ÑOÑO Õ, 10² and x³ ¹",
  ])("leaves %j alone", (text) => {
    expect(repair(text)).toMatchObject({ text, issues: [] });
  });

  test("joins quoted-printable lines and reads the bytes of a letter together", () => {
    const long = "It was a long line, longer than most people would type it in a mail,=";
    const { text } = repair(`${long}\nso it=E2=80=99s joined=20\nhere=20\n`);
    expect(text).toBe(`${long.slice(0, -1)}so it’s joined \nhere \n`);
  });
});

test("repairText() keeps the map in order and inside, and every range, for any text", () => {
  const part = fc.constantFrom(
    "Ã©",
    "â€™",
    "Â ",
    "a",
    " ",
    "\n",
    "\x00",
    "\u0093",
    "=20",
    "=\n",
    "&quot;",
    "\\'",
    "é",
    "Ð°",
    "🎉",
    "donÕt",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const original = parts.join("");
      const { text, map, issues } = repair(original);
      let textAt = 0;
      let byteAt = 0;
      for (const run of map) {
        expect(run.textStart).toBe(textAt);
        expect(run.byteStart).toBeGreaterThanOrEqual(byteAt);
        textAt = run.textEnd;
        byteAt = run.byteEnd;
      }
      expect(textAt).toBe(text.length);
      expect(byteAt).toBeLessThanOrEqual(Buffer.byteLength(original));
      for (const { range } of issues) {
        expect(range?.start).toBeLessThanOrEqual(range?.end ?? -1);
        expect(range?.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 1000 },
  );
});

function straighten(text: string): string {
  return text.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟]/g, '"');
}

interface Case {
  readonly original: string;
  readonly fixed: string;
  readonly "fixed-encoding"?: string;
}

function countRight(files: readonly string[]): { right: number; all: number } {
  const cases = files.flatMap((file) => JSON.parse(readFileSync(new URL(file, CASES), "utf8")) as Case[]);
  const right = cases.filter(
    (each) => straighten(repair(each.original).text) === straighten(each["fixed-encoding"] ?? each.fixed),
  );
  return { right: right.length, all: cases.length };
}

const CASES = new URL("../../../shared/conformance/mojibake/", import.meta.url);

describe.skipIf(!existsSync(CASES))("repairText() against the cases of ftfy", () => {
  test("repairs at least 95 % of in-the-wild and synthetic ones", () => {
    const { right, all } = countRight(["in-the-wild.json", "synthetic.json"]);
    expect(right / all).toBeGreaterThanOrEqual(0.95);
  });

  test("leaves every negative one untouched", () => {
    const { right, all } = countRight(["negative.json"]);
    expect(right).toBe(all);
  });
});
