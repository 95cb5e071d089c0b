import { describe, expect, it } from "vitest";
import { findTurn } from "./find-turn.ts";
import { splitLines } from "./split-lines.ts";

describe("findTurn()", () => {
  it.each([
    ["<nick> text", "chat"],
    ["[12:01] nick: text", "chat"],
    ["12:01 <@nick> text", "chat"],
    ["* nick has left", "chat"],
    ["MULDER: No.", "cue"],
    ["OFFICER DAN (quietly): No.", "cue"],
    ["Plotz: Yes.", "name"],
    ["Hello Nurse: You", "name"],
    ["- item", "item"],
    ["1. item", "item"],
    ["* item", "item"],
    ["(a) item", "item"],
    ["He said: no", undefined],
    ["<3 you", undefined],
    ["-- no", undefined],
    ["Well, here: take it", undefined],
    ["1999 was", undefined],
    ["plain", undefined],
  ])("reads %j as %s", (text, turn) => {
    expect(findTurn(text, splitLines(text, { start: 0, end: text.length }).lines[0]!)).toBe(turn);
  });
});
