import { describe, expect, it } from "vitest";
import { createSay } from "./create-say.ts";

const say = createSay(
  { a: { b: "Hello {name}" }, n: { one: "{count} story", other: "{count} stories" } },
  "en",
);

describe("createSay()", () => {
  it("fills places, as they are", () => expect(say("a.b", { name: "<b>" })).toBe("Hello <b>"));

  it("chooses the plural form and groups digits", () => {
    expect([0, 1, 2, 14206].map((count) => say("n", { count }))).toEqual([
      "0 stories",
      "1 story",
      "2 stories",
      "14,206 stories",
    ]);
  });

  it("never leaves a hole", () => {
    expect(() => say("a.c")).toThrow('Cannot say "a.c": no such message');
    expect(() => say("a.b")).toThrow('Cannot say "a.b": nothing for "name"');
  });
});
