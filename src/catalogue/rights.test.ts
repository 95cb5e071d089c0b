import { expect, test } from "vitest";
import type { Rights } from "../terms/index.ts";
import { holdOf, strictestRights } from "./rights.ts";

const silent: Rights = { permission: "not-stated", stance: "silent", hold: null };

const mild = { statesMinor: false, ratedMild: true, underageDeclared: false };

test("holdOf() holds a work that is not rated mild by an author who states to be under age", () => {
  expect(holdOf("given", { ...mild, statesMinor: true })).toBeNull();
  expect(holdOf("given", { ...mild, statesMinor: true, ratedMild: false })).toBe("minor");
  expect(holdOf("given", { ...mild, underageDeclared: true })).toBe("minor");
});

test("holdOf() holds what is refused or must be asked for, and nothing else", () => {
  expect(
    ["given", "not-stated", "ask-first", "refused"].map((word) => holdOf(word as Rights["permission"], mild)),
  ).toEqual([null, null, "ask-first", "refused"]);
});

test("strictestRights() lets one refusing copy hold them all", () => {
  const refused: Rights = { permission: "refused", stance: "silent", hold: "refused" };
  const given: Rights = { permission: "given", stance: "declared", hold: null };
  expect(strictestRights([given, refused, silent])).toEqual({
    permission: "refused",
    stance: "declared",
    hold: "refused",
  });
});

test("strictestRights() takes silence for stricter than a yes in another copy", () => {
  expect(strictestRights([{ ...silent, permission: "given" }, silent]).permission).toBe("not-stated");
});
