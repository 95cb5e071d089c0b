import { describe, expect, test } from "vitest";
import { sortKey } from "./sort-key.ts";

describe("sortKey()", () => {
  test("drops the leading article of the title's language only", () => {
    expect(sortKey("The Letter")).toBe("letter");
    expect(sortKey("An Ending")).toBe("ending");
    expect(sortKey("Die Another Day")).toBe("die another day");
    expect(sortKey("Die Nacht", "de")).toBe("nacht");
    expect(sortKey("L’Été", "fr-CA")).toBe("ete");
  });

  test("keeps a title that is only an article", () => {
    expect(sortKey("The")).toBe("the");
    expect(sortKey("A")).toBe("a");
  });

  test("sorts Part 2 before Part 10", () => {
    const titles = ["Part 10", "Part 2", "part 1"];
    expect(titles.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      "part 1",
      "Part 2",
      "Part 10",
    ]);
  });
});
