import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blocksToHtml } from "../../text/blocks-to-html.ts";
import { blocksOf } from "./blocks-of.ts";

const ROOT = join(import.meta.dirname, "../../../fixtures/blocks");
const cases = readdirSync(ROOT);

describe("blocksOf() on fixtures/blocks", () => {
  it("has at least thirty cases, each with its source", () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    for (const name of cases) expect(existsSync(join(ROOT, name, "source.md"))).toBe(true);
  });

  it.each(cases)("reads %s as expected", (name) => {
    const text = readFileSync(join(ROOT, name, "in.txt"), "utf8");
    const html: string = blocksToHtml(text, blocksOf(text, { start: 0, end: text.length }));
    const file = join(ROOT, name, "expected.html");
    if (process.env["UPDATE"] === "1") writeFileSync(file, html);
    expect(html).toBe(readFileSync(file, "utf8"));
  });
});
