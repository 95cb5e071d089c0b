import { describe, expect, it } from "vitest";
import { findLetterLine, isSignature } from "./find-letter-line.ts";
import type { Line } from "./line.ts";
import { splitLines } from "./split-lines.ts";

function lineOf(text: string): Line {
  return splitLines(text, { start: 0, end: text.length }).lines[0]!;
}

describe("findLetterLine()", () => {
  it.each([
    "Dear Wills,",
    "My dearest Ann,",
    "Hi all,",
    "Dear Sir or Madam:",
    "Dear Diary--",
    "Liebe Anna,",
    "Дорогая Маша!",
    "Cher Paul,",
    "To whom it may concern:",
    '"Dear Bob,"',
  ])("knows the salutation %j", (words) => expect(findLetterLine(words, lineOf(words))).toBe("salutation"));

  it.each([
    "All my love,",
    "Love,",
    "Yours truly,",
    "Yours in haste,",
    "Sincerely,",
    "Your friend,",
    "With much love,",
    "Best wishes,",
    "In Liebe,",
    "С любовью,",
    "Love always,",
    "Regards,",
    "xoxo,",
    "Your loving brother,",
    "Forever yours,",
  ])("knows the closing %j", (words) => expect(findLetterLine(words, lineOf(words))).toBe("closing"));

  it.each([
    "Dear God, no.",
    '"My dear Holmes!"',
    "Hi!",
    "Dear God!",
    "He loved her,",
    "All my life I waited,",
    "Hi there.",
    '"Love," he said,',
    "Yours is the blue one,",
    "Dear me! Is it that late? I must go,",
    "Hello, you have reached the desk of",
  ])("leaves %j", (words) => expect(findLetterLine(words, lineOf(words))).toBeUndefined());
});

describe("isSignature()", () => {
  it("takes a name and refuses a sentence", () => {
    expect(isSignature("Xander", lineOf("Xander"))).toBe(true);
    expect(isSignature("Capt. J. Osei, retd.", lineOf("Capt. J. Osei, retd."))).toBe(true);
    const sentence = "She put the letter down and wept.";
    expect(isSignature(sentence, lineOf(sentence))).toBe(false);
  });
});
