import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadMessages } from "./load-messages.ts";
import type { MessageTree } from "./create-say.ts";

const SOURCES = ["src/pages", "src/web"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name) && !/\.test\./u.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8")),
);

function* keysOf(tree: MessageTree, prefix = ""): Generator<string> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string" || typeof value["other"] === "string") yield prefix + key;
    else yield* keysOf(value, `${prefix}${key}.`);
  }
}

const keys = new Set(keysOf(loadMessages("en")));

/** What follows `say(`, and keys handed on as a string of known words with a dot. */
const said = SOURCES.flatMap((source) => [
  ...source.matchAll(/\bsay\(\s*(?:\w+(?:\.\w+)? \? )?(?:"([^"]+)"|`([^`]+)`)/gu),
]).map((match) => match[1] ?? match[2] ?? "");
const whole = said.filter((key) => !key.includes("${"));
const patterns = said
  .filter((key) => key.includes("${"))
  .map(
    (key) =>
      new RegExp(
        `^${key
          .replace(/\$\{[^}]+\}/gu, "\u0000")
          .replace(/[.*+?^]/gu, "\\$&")
          .replaceAll("\u0000", "[\\w.-]+")}$`,
        "u",
      ),
  );

describe("messages/en.yaml", () => {
  it("has every message that the pages say", () => {
    expect(whole.length).toBeGreaterThan(100);
    expect(whole.filter((key) => !keys.has(key))).toEqual([]);
  });

  it("has a message for each place that chooses one by a word", () => {
    expect(patterns.filter((pattern) => ![...keys].some((key) => pattern.test(key))).map(String)).toEqual([]);
  });

  it("has no message that nobody says", () => {
    const text = SOURCES.join("\n");
    const isSaid = (key: string) =>
      text.includes(`"${key}"`) || patterns.some((pattern) => pattern.test(key));
    expect([...keys].filter((key) => !isSaid(key))).toEqual([]);
  });
});
