import { expect, test } from "vitest";
import { groupQuestions, needsPerson, type CodeMeaning } from "./group-questions.ts";

const codes: CodeMeaning[] = [
  { id: "U-001", severity: "question", title: "A label nobody taught us", hint: "Say what it means." },
  { id: "T-001", severity: "note", title: "Repaired", hint: "Nothing to do." },
  { id: "R-030", severity: "damage", title: "Could not be read", hint: "Look at it." },
];

test("groupQuestions() puts damage first, then the question that settles most", () => {
  const counts = [
    { code: "T-001", count: 900 },
    { code: "U-001", count: 63 },
    { code: "R-030", count: 1 },
    { code: "P-001", count: 0 },
  ];
  expect(groupQuestions(counts, codes).map((group) => [group.id, group.count])).toEqual([
    ["R-030", 1],
    ["U-001", 63],
    ["T-001", 900],
  ]);
});

test("groupQuestions() keeps a code that the vocabulary does not know", () => {
  const [group] = groupQuestions([{ code: "Z-999", count: 2 }], codes);
  expect(group).toMatchObject({ id: "Z-999", severity: "damage", count: 2 });
});

test("needsPerson() leaves what is only for the record alone", () => {
  expect(codes.filter(needsPerson).map((code) => code.id)).toEqual(["U-001", "R-030"]);
});
