import { describe, expect, test } from "vitest";
import { claimContentPaths, claimLogicalPaths } from "./claim-paths.ts";

describe("claimContentPaths()", () => {
  test("keeps names apart that some disks take for the same", () => {
    const claims = claimContentPaths();
    expect(claims.claim("Story.txt")).toBe("Story.txt");
    expect(claims.claim("story.txt")).toBe("story.txt~2");
    expect(claims.claim("STORY.txt")).toBe("STORY.txt~3");
    expect(claims.claim("e\u0301.txt")).toBe("e\u0301.txt");
    expect(claims.claim("\u00e9.txt")).toBe("\u00e9.txt~2");
  });

  test("lets no file be the folder of another", () => {
    const claims = claimContentPaths();
    expect(claims.claim("a")).toBe("a");
    expect(claims.claim("a/b")).toBe("a~2/b");
    expect(claims.claim("c/d")).toBe("c/d");
    expect(claims.claim("c")).toBe("c~2");
  });
});

describe("claimLogicalPaths()", () => {
  test("changes only what OCFL forbids", () => {
    const claims = claimLogicalPaths();
    expect(claims.claim("What now?/a..b/CON")).toBe("What now?/a..b/CON");
    expect(claims.claim("what now?/a..b/CON")).toBe("what now?/a..b/CON");
    expect(claims.claim("../x//y")).toBe("%2E%2E/x/%00/y");
  });
});
