import { describe, expect, test } from "vitest";
import { HOLDS } from "../terms/index.ts";
import { isPublic, meetWork, type WorkState } from "./visibility.ts";

const open: WorkState = { opened: true, hold: null, withdrawn: false };

describe("meetWork()", () => {
  test("shows a visitor nothing of a rescue that nobody opened", () => {
    expect(meetWork({ kind: "visitor" }, { ...open, opened: false })).toBe("absent");
  });
  test("shows the keeper what is not open yet", () => {
    expect(meetWork({ kind: "keeper" }, { ...open, opened: false })).toBe("shown");
  });
  test.each(HOLDS)("keeps back a work held because %s", (hold) => {
    expect(isPublic({ ...open, hold })).toBe(false);
  });
  test("answers gone for a withdrawn work, whoever asks", () => {
    expect(meetWork({ kind: "visitor" }, { ...open, withdrawn: true })).toBe("gone");
    expect(meetWork({ kind: "keeper" }, { ...open, withdrawn: true })).toBe("gone");
  });
  test("shows an open work", () => {
    expect(isPublic(open)).toBe(true);
  });
});
