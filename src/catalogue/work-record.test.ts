import { expect, test } from "vitest";
import type { FieldId, WorkGroup } from "../terms/index.ts";
import { makeWorkRecord, type WitnessClaims } from "./work-record.ts";

const group: WorkGroup = {
  id: "w1",
  members: [
    { story: "one", place: 1, part: "1", role: "shown" },
    { story: "copy", place: 1, part: "1", role: "copy" },
    { story: "two", place: 2, part: "2", role: "shown" },
  ],
  missingParts: [3],
  partsTotal: 3,
};

function says(story: string, ...claims: [FieldId, string, number?][]): WitnessClaims {
  return {
    story,
    claims: claims.map(([field, asWritten, sureness = 0.95]) => ({
      field,
      asWritten,
      value: asWritten,
      sureness,
    })),
    rights: { permission: "not-stated", stance: "silent", hold: null },
    language: "en",
    words: 100,
  };
}

test("makeWorkRecord() takes a single value from the first witness and lists from all", () => {
  const record = makeWorkRecord(group, [
    says("two", ["title", "The Lamps"], ["pairing", "Ada/Brix"]),
    says(
      "one",
      ["title", "The Lamp"],
      ["pairing", "Ada/Brix"],
      ["pairing", "Ada & Coe"],
      ["date", "2001-03"],
    ),
    says("copy", ["author", "Marigold"]),
  ]);
  expect(record).toMatchObject({
    title: "The Lamp",
    titleSort: "lamp",
    creators: ["Marigold"],
    pairings: ["Ada/Brix", "Ada & Coe"],
    words: 200,
    parts: 2,
    dateSort: "2001-03",
  });
});

test("makeWorkRecord() never invents what nobody stated", () => {
  const record = makeWorkRecord(group, [says("one"), says("two"), says("copy")]);
  expect(record).toMatchObject({ title: null, rating: null, summary: null, creators: [], dateSort: null });
});

test("makeWorkRecord() leaves a claim below even odds to a person", () => {
  expect(makeWorkRecord(group, [says("one", ["rating", "PG", 0.4])]).rating).toBeNull();
});
