import { describe, expect, it } from "vitest";
import { createPageCache } from "./page-cache.ts";

const page = (size: number) => ({ body: new Uint8Array(size), etag: `"${size}"` });

describe("createPageCache()", () => {
  it("gives back what was put, for the same generation only", () => {
    const cache = createPageCache(100_000);
    cache.put("1", "/a", page(10));
    expect(cache.find("1", "/a")?.etag).toBe('"10"');
    expect(cache.find("2", "/a")).toBeUndefined();
    expect(cache.find("1", "/a")).toBeUndefined();
    expect(cache.sizeBytes).toBe(0);
  });

  it("never serves a page that was made for an earlier generation", () => {
    const cache = createPageCache(100_000);
    cache.find("2", "/a");
    cache.put("1", "/a", page(10));
    expect(cache.find("2", "/a")).toBeUndefined();
  });

  it("drops the least used first and stays below its limit", () => {
    const cache = createPageCache(10_000);
    for (let index = 0; index < 9; index++) cache.put("1", `/${index}`, page(800));
    expect(cache.find("1", "/0")).toBeDefined();
    cache.put("1", "/9", page(800));
    expect(cache.find("1", "/0")).toBeDefined();
    expect(cache.find("1", "/1")).toBeUndefined();
    expect(cache.sizeBytes).toBeLessThanOrEqual(10_000);
  });

  it("does not let one page push out all others", () => {
    const cache = createPageCache(10_000);
    cache.put("1", "/small", page(100));
    cache.put("1", "/huge", page(9000));
    expect(cache.find("1", "/huge")).toBeUndefined();
    expect(cache.find("1", "/small")).toBeDefined();
  });

  it("counts a page put twice once", () => {
    const cache = createPageCache(10_000);
    cache.put("1", "/a", page(500));
    const once = cache.sizeBytes;
    cache.put("1", "/a", page(500));
    expect(cache.sizeBytes).toBe(once);
  });
});
