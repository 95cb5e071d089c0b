import { describe, expect, it } from "vitest";
import { createLinks } from "../create-links.ts";
import { loadAssets } from "../load-assets.ts";
import { makeYearBars } from "./make-year-bars.ts";

const links = createLinks(loadAssets());
const draw = (byYear: Parameters<typeof makeYearBars>[1]) =>
  makeYearBars(links, byYear).map(({ year, height }) => `${year} ${height}`);

describe("makeYearBars()", () => {
  it("draws gaps as gaps, and a single work so that it can be seen", () => {
    const bars = draw([
      { year: 1999, works: 1 },
      { year: 2001, works: 200 },
    ]);
    expect(bars).toEqual(["1999 4", "2000 0", "2001 100"]);
  });

  it("draws nothing for nothing", () => expect(draw([])).toEqual([]));

  it("is not stretched by a date that was read wrong", () => {
    expect(
      draw([
        { year: 1066, works: 1 },
        { year: 2001, works: 2 },
      ]),
    ).toEqual(["1066 50", "2001 100"]);
  });
});
