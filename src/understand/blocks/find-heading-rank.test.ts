import { describe, expect, it } from "vitest";
import { findHeadingRank } from "./find-heading-rank.ts";
import { splitLines } from "./split-lines.ts";

function rank(text: string): number | undefined {
  return findHeadingRank(text, splitLines(text, { start: 0, end: text.length }).lines[0]!);
}

describe("findHeadingRank()", () => {
  it.each([
    "Part Two: X",
    "PART ONE OF TWO",
    "Book I",
    "Teil 2",
    "Часть первая",
    "Part 3/7",
    "ACT II",
    "First Part",
    "Libro 3",
    "# The Title",
  ])("ranks %j as a part", (words) => expect(rank(words)).toBe(1));

  it.each([
    "Chapter 3",
    "VII. The Long Way Home",
    "ADVENTURE I. A SCANDAL",
    "CHAPTER THREE: The Return",
    "Chapter 1 - Doors",
    "chapter twenty-one",
    "PROLOGUE",
    "Epilogue: After",
    "Kapitel 4",
    "Глава 2",
    "Пролог",
    "Chapitre 2",
    "Capítulo 3",
    "Interlude",
    "~ Chapter 5 ~",
    "Chapter Ten.",
    "第三章",
    "Chapter 7 The Long Way Home",
    "Chapter 2a",
    "## Next",
  ])("ranks %j as a chapter", (words) => expect(rank(words)).toBe(2));

  it.each(["I", "II.", "IV", "2.", "3", "- 4 -", "[5]", "(vi)", "XII", "12a", "1)", "~ II ~", "### three"])(
    "ranks %j as a numeral",
    (words) => {
      expect(rank(words)).toBe(3);
    },
  );

  it.each([
    "Chapter 3 was dull.",
    "Part of me wanted to run",
    "Part two of the plan was simple.",
    "i",
    "I-",
    "I...",
    "XXX",
    "xxx",
    "x",
    "1945",
    "Prologues are silly.",
    "Book me a room, would you?",
    "Chapter 3, he said, was the worst",
    "Act one way or another,",
    "Tag, you're it!",
    "mix",
    "civil",
    "#hashtag",
    "Day one was fine.",
    "Night after night",
    "Coda or no coda, he left.",
  ])("leaves %j", (words) => {
    expect(rank(words)).toBeUndefined();
  });
});
