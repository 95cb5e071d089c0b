import { describe, expect, it } from "vitest";
import { joinLines } from "./join-lines.ts";
import { splitLines } from "./split-lines.ts";

function join(text: string): string {
  return joinLines(text, splitLines(text, { start: 0, end: text.length }).lines)
    .map(({ range }) => text.slice(range.start, range.end).replaceAll(/\s+/g, " "))
    .join("");
}

describe("joinLines()", () => {
  it.each([
    ["one\ntwo", "one two"],
    ["one  \r\n   two", "one two"],
    ["well-\nknown", "well-known"],
    ["non-\nCatholic", "non-Catholic"],
    ["I don't-\nBut", "I don't- But"],
    ["pre-\nand post-war", "pre- and post-war"],
    ["wait--\nwhat", "wait--what"],
    ["wait --\nwhat", "wait -- what"],
    ["wait—\nwhat", "wait—what"],
    ["wait -\nwhat", "wait - what"],
    ["1990-\n1999", "1990- 1999"],
    ["日本\n語", "日本語"],
    ["日本、\n語", "日本、語"],
    ["日本\nabc", "日本 abc"],
    ["한국\n어", "한국 어"],
  ])("joins %j as %j", (text, joined) => {
    expect(join(text)).toBe(joined);
  });
});
