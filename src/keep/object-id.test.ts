import { describe, expect, test } from "vitest";
import { UsageError } from "../terms/index.ts";
import { compareObjectIds, findObjectId, formatObjectId } from "./object-id.ts";

describe("formatObjectId()", () => {
  test("pads the sequence and names the generation from the second on", () => {
    expect(formatObjectId("r1", 1)).toBe("urn:fanlight:r1:0001");
    expect(formatObjectId("r1", 12345, 2)).toBe("urn:fanlight:r1:12345~2");
  });

  test("refuses an accession that is not plain", () => {
    expect(() => formatObjectId("../r1", 1)).toThrow(UsageError);
  });
});

describe("findObjectId()", () => {
  test("takes an id apart, and knows one of another shape", () => {
    expect(findObjectId("urn:fanlight:r2:0003~4")).toEqual({ accession: "r2", sequence: 3, generation: 4 });
    expect(findObjectId("urn:example:r2")).toBeUndefined();
  });
});

describe("compareObjectIds()", () => {
  test("orders by number, not by letters", () => {
    const ids = ["r10:0001", "r2:10000", "r2:9999", "r2:0001~10", "r2:0001~2", "r2:0001"].map(
      (id) => `urn:fanlight:${id}`,
    );
    expect(ids.toSorted(compareObjectIds)).toEqual(ids.toReversed());
  });
});
