import { expect, test } from "vitest";
import { readPartNumber } from "./part-number.ts";

test.each([
  ["2", 2, ""],
  ["02", 2, ""],
  ["1a", 1, "a"],
  ["2.5b", 2, ".5b"],
  ["VII", 7, ""],
  ["four", 4, ""],
])("readPartNumber() reads %s", (written, whole, rest) => {
  expect(readPartNumber(written)).toEqual({ whole, rest });
});

test.each(["?", "", "Epilogue", "99999"])("readPartNumber() leaves %j alone", (written) => {
  expect(readPartNumber(written)).toBeUndefined();
});
