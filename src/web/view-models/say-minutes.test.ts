import { expect, it } from "vitest";
import { createSay } from "../create-say.ts";
import { loadMessages } from "../load-messages.ts";
import { sayMinutes } from "./say-minutes.ts";

const say = createSay(loadMessages("en"), "en");

it("sayMinutes() says at least one minute, and hours when it is long", () => {
  expect([0, 100, 2400, 14_206, 31_550].map((words) => sayMinutes(say, words))).toEqual([
    "1 min",
    "1 min",
    "10 min",
    "59 min",
    "2 h 11 min",
  ]);
});
