import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StoryFacts } from "../terms/index.ts";
import { groupStories } from "./group-stories.ts";

function witness(id: string, facts: Partial<StoryFacts> = {}): StoryFacts {
  return {
    id,
    anchorId: `work-${id}`,
    orderKey: id,
    partKey: "",
    titleKey: "lamps",
    part: null,
    partsTotal: null,
    bodyDigest: `text-${id}`,
    words: 900,
    ...facts,
  };
}

const part = (id: string, number: string, total: string | null = "5"): StoryFacts =>
  witness(id, { partKey: "list lamps by marigold", part: number, partsTotal: total });

describe("groupStories()", () => {
  test("keeps stories apart that share nothing", () => {
    expect(groupStories([witness("a"), witness("b")]).map((work) => work.id)).toEqual(["work-a", "work-b"]);
  });

  test("makes one work of two witnesses with the same text and shows the first", () => {
    const [work, ...more] = groupStories([
      witness("b", { bodyDigest: "t" }),
      witness("a", { bodyDigest: "t" }),
    ]);
    expect(more).toEqual([]);
    expect(work?.id).toBe("work-a");
    expect(work?.members.map((member) => [member.story, member.role])).toEqual([
      ["a", "shown"],
      ["b", "copy"],
    ]);
  });

  test("never joins two stubs of few words by their text alone", () => {
    const stub = { bodyDigest: "t", words: 4 };
    expect(groupStories([witness("a", stub), witness("b", { ...stub, titleKey: "other" })])).toHaveLength(2);
  });

  test("orders parts by number and names the missing one", () => {
    const [work] = groupStories([part("d", "10", "10"), part("a", "2", "10"), part("b", "1", null)]);
    expect(work?.members.map((member) => member.part)).toEqual(["1", "2", "10"]);
    expect(work?.missingParts).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  test("keeps 1/3 and 1/7 of one title apart", () => {
    expect(groupStories([part("a", "1", "3"), part("b", "1", "7"), part("c", "2", "7")])).toHaveLength(2);
  });

  test("sets a second text for the same part beside the first as a version", () => {
    const [work] = groupStories([part("a", "1"), part("b", "01"), part("c", "2")]);
    expect(work?.members.map((member) => [member.story, member.place, member.role])).toEqual([
      ["a", 1, "shown"],
      ["b", 1, "version"],
      ["c", 2, "shown"],
    ]);
  });

  test("gives the same works whatever order the stories come in", () => {
    const pile = [
      part("a", "1"),
      part("b", "2"),
      part("c", "2b"),
      witness("d", { bodyDigest: "text-a" }),
      witness("e"),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(pile, { minLength: pile.length }), (shuffled) => {
        expect(groupStories(shuffled)).toEqual(groupStories(pile));
      }),
    );
  });
});
