import { describe, expect, it } from "vitest";
import { markEmphasis } from "./mark-emphasis.ts";

/** Shows marks as `{e:x}`, `{s:x}`, `{u:x}`. */
function show(text: string): string {
  return markEmphasis(text, [{ kind: "text", range: { start: 0, end: text.length } }])
    .map(({ kind, range }) => {
      const words = text.slice(range.start, range.end);
      return kind === "text" ? words : `{${kind.charAt(0)}:${words}}`;
    })
    .join("");
}

describe("markEmphasis()", () => {
  it.each([
    ["*grins*", "{e:grins}"],
    ["She *did* it", "She {e:did} it"],
    ["_never_.", "{e:never}."],
    ["/he/ said", "{e:he} said"],
    ["**no**", "{s:no}"],
    ["***no***", "{s:no}"],
    ["__so__", "{u:so}"],
    ['"*What?*"', '"{e:What?}"'],
    ["(_aside_)", "({e:aside})"],
    ["*he*'s", "{e:he}'s"],
    ["_the_cat_sat_", "{e:the_cat_sat}"],
    ["*a* and *b*", "{e:a} and {e:b}"],
    ["wait--*now*--", "wait--{e:now}--"],
    ["*one\ntwo*", "{e:one\ntwo}"],
    ["*a _b_ c*", "{e:a _b_ c}"],
    ["*_x_*", "{e:x}"],
    ["_**x**_", "{s:x}"],
    ["<i>x</i> y", "{e:x} y"],
    ["<B>x</B>, <u>y</u>", "{s:x}, {u:y}"],
    ["<b><i>x</i></b>", "{s:x}"],
    ["a<em>b</em>c", "a{e:b}c"],
    ["*...and then*", "{e:...and then}"],
    ["_What_!", "{e:What}!"],
    ["私は*本当*に", "私は{e:本当}に"],
  ])("marks %j as %j", (text, shown) => {
    expect(show(text)).toBe(shown);
  });

  it.each([
    "snake_case_name",
    "and/or",
    "he/she/it",
    "/usr/bin/node",
    "/r/fanfic is",
    "12/05/1999",
    "2 * 3 * 4",
    "f**k and s***",
    "a*b*c",
    "*open only",
    "closed only*",
    "* spaced *",
    "_____",
    "****",
    "word* another*",
    "http://x.example/a/b/",
    "K/S and S/K",
    "5*3 and 2*",
    "* note",
    "**",
    "w/ and w/o",
  ])("leaves %j alone", (text) => {
    expect(show(text)).toBe(text);
  });

  it("looks no further than a few thousand characters for the closing sign", () => {
    const text = `*a ${"word ".repeat(1000)}b*`;
    expect(show(text)).toBe(text);
  });

  it("keeps lines of verse as they are inside one mark", () => {
    const text = "*a\nb*";
    const inlines = markEmphasis(text, [
      { kind: "text", range: { start: 0, end: 2 } },
      { kind: "line-break", range: { start: 2, end: 3 } },
      { kind: "text", range: { start: 3, end: 5 } },
    ]);
    expect(inlines.map((inline) => inline.kind)).toEqual(["emphasis", "line-break", "emphasis"]);
  });
});
