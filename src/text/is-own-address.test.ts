import { describe, expect, it } from "vitest";
import { isOwnAddress } from "./is-own-address.ts";

describe("isOwnAddress()", () => {
  it.each(["a.png", "./a.png", "/work/1/a.png", "?x=1:2", "#a:b", "dir/a:b.png"])("takes %j", (address) => {
    expect(isOwnAddress(address)).toBe(true);
  });

  it.each([
    "",
    "http://x.example",
    "HTTP:a",
    "//x.example/a",
    "/\\x.example",
    "\\/x.example",
    " //x.example",
    "/\t/x.example",
    "java\nscript:x",
    "a<b.png",
    "a`.png",
    undefined,
    5,
  ])("refuses %j", (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });
});
