import { describe, expect, it } from "vitest";
import { loadAssets } from "./load-assets.ts";

const assets = loadAssets();
const SHEETS = ["fonts.css", "tokens.css", "base.css", "story.css", "browse.css", "home.css", "keeper.css"];
const textOf = (name: string) =>
  new TextDecoder().decode(assets.findByAddress(assets.getAddress(name))?.bytes);

describe("loadAssets()", () => {
  it("serves each file under an address with its digest", () => {
    expect(assets.getAddress("base.css")).toMatch(/^\/assets\/base\.[0-9a-f]{12}\.css$/u);
    expect(assets.findByAddress(assets.getAddress("favicon.svg"))?.mediaType).toBe("image/svg+xml");
    expect(assets.findByAddress("/assets/base.css")).toBeUndefined();
    expect(() => assets.getAddress("nothing.css")).toThrow(RangeError);
  });

  it.each(SHEETS)("loads nothing from elsewhere: %s", (sheet) => {
    const addresses = [...textOf(sheet).matchAll(/url\(([^)]*)\)/gu)].map((match) => match[1] ?? "");
    expect(textOf(sheet)).not.toMatch(/@import|https?:/u);
    expect(addresses.filter((address) => assets.findByAddress(address) === undefined)).toEqual([]);
  });

  it("keeps the first view below 150 KB with its fonts", () => {
    const loaded = [
      ...SHEETS.map((sheet) => assets.getAddress(sheet)),
      assets.getAddress("base.js"),
      ...assets.preloadedFonts,
    ];
    const size = loaded.reduce(
      (sum, address) => sum + (assets.findByAddress(address)?.bytes.byteLength ?? 0),
      0,
    );
    expect(size).toBeGreaterThan(50_000);
    expect(size).toBeLessThan(130_000);
  });
});
