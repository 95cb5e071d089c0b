import { describe, expect, it } from "vitest";
import { isSceneBreak } from "./is-scene-break.ts";
import { splitLines } from "./split-lines.ts";

function check(text: string): boolean {
  return isSceneBreak(text, splitLines(text, { start: 0, end: text.length }).lines[0]!);
}

describe("isSceneBreak()", () => {
  it.each([
    "* * *",
    "***",
    "*",
    "~*~*~",
    "-----",
    "--",
    "-",
    "#",
    "###",
    "=====",
    "o0o",
    "oOo",
    "ooOoo",
    "xXx",
    "o o o",
    "X X X",
    "<><><>",
    "_.-._.-._",
    "+ + +",
    "~",
    "-oOo-",
    "*~*~*",
    "•••",
    "• • •",
    "<*>",
    "\\|/ \\|/",
    ">>>><<<<",
    "-=-=-=-",
    "~o~o~o~",
    "ooOOOoo",
    "0o0o0",
    "★ ★ ★",
    "___",
    "///",
    "====*====",
    "-------------------- ---------------",
    "§",
    "❦",
    "· · ·",
    "—",
    "*****".repeat(60),
  ])("takes %j", (costume) => {
    expect(check(costume)).toBe(true);
  });

  it.each([
    "...",
    '"..."',
    "?",
    "!!!",
    ":-)",
    ";-)",
    ":-*",
    "8-)",
    "xxx",
    "x",
    "o",
    "ooo",
    "Oooh!",
    "ox",
    "OX",
    "* grins *",
    "I.",
    "••••••••@••••.•••",
    "•••••••••",
    "1",
    "--5--",
    "(...)",
    "- A.",
    "* * * later * * *",
    "oh-oh",
    "O-o",
    "\u05d0",
    "日",
    "*".repeat(200) + "-".repeat(200),
  ])("leaves %j", (words) => {
    expect(check(words)).toBe(false);
  });
});
