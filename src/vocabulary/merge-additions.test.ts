import { expect, test } from "vitest";
import { mergeAdditions } from "./merge-additions.ts";

test("mergeAdditions() overrides rows by id, adds new ones last and keeps all others", () => {
  const shipped = [
    { id: "a", labels: ["A"] },
    { id: "b", labels: ["B"] },
  ];
  const added = [
    { id: "c", labels: ["C"] },
    { id: "a", labels: ["A", "Alpha"] },
  ];
  expect(mergeAdditions(shipped, added)).toEqual([
    { id: "a", labels: ["A", "Alpha"] },
    { id: "b", labels: ["B"] },
    { id: "c", labels: ["C"] },
  ]);
});

test("mergeAdditions() reaches rows inside a record, and an empty file changes nothing", () => {
  const shipped = { version: 1, rows: [{ id: "a" }] };
  expect(mergeAdditions(shipped, { rows: [{ id: "b" }] })).toEqual({
    version: 1,
    rows: [{ id: "a" }, { id: "b" }],
  });
  expect(mergeAdditions(shipped, null)).toBe(shipped);
});
