import { describe, expect, it } from "vitest";
import { keepLook, readLook, toLook } from "./look.ts";

describe("readLook()", () => {
  it("reads back what keepLook() wrote", () => {
    const look = toLook("sepia", "large");
    expect(readLook(keepLook(look).split(";")[0])).toEqual(look);
  });

  it.each([
    undefined,
    "",
    "fanlight-look",
    "fanlight-look=",
    "fanlight-look=<script>.huge",
    "other=dusk.large",
  ])("gives the usual look for %j", (cookie) =>
    expect(readLook(cookie)).toEqual({ theme: "auto", textSize: "normal" }),
  );
});
