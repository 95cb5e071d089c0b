import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import type { Reading, Understanding } from "../terms/index.ts";
import { parseVocabularies } from "../vocabulary/index.ts";
import { understand } from "./understand.ts";

const vocabularies = new URL("../../vocabularies/", import.meta.url);
const vocabulary = parseVocabularies(
  Object.fromEntries(
    readdirSync(vocabularies)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [name, readFileSync(new URL(name, vocabularies), "utf8")]),
  ),
);
const fixtures = new URL("../../fixtures/understand/", import.meta.url);
const cases = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** `UPDATE=1 npx vitest run src/understand` writes what is understood now; read the diff before you commit it. */
const update = process.env["UPDATE"] === "1";

describe("understand() on fixtures/understand", () => {
  test.each(cases)("%s", (name) => {
    const folder = new URL(`${name}/`, fixtures);
    const file = readdirSync(folder).find((entry) => entry.startsWith("in.")) ?? "in.txt";
    const text = readFileSync(new URL(file, folder), "utf8");
    const found = summarise(text, understand(readingOf(text), vocabulary));
    const expected = new URL("expected.yaml", folder);
    if (update) writeFileSync(expected, stringify(found, { lineWidth: 0 }));
    expect(existsSync(new URL("source.md", folder))).toBe(true);
    expect(found).toEqual(parse(readFileSync(expected, "utf8")));
  });
});

function summarise(text: string, { kind, stories, issues }: Understanding): object {
  return {
    kind,
    issues: issues.map(({ code }) => code),
    stories: stories.map(({ body, claims, permission, stance, language }) => ({
      fields: Object.fromEntries(
        [...Map.groupBy(claims, ({ field }) => field)].map(([field, list]) => [
          field,
          list.map((claim) => ({
            value: claim.value,
            rule: claim.rule,
            ...(claim.qualifiers === undefined ? {} : { qualifiers: [...claim.qualifiers] }),
          })),
        ]),
      ),
      first:
        body === null ? null : text.slice(body.start, body.end).trim().split(/\s+/).slice(0, 6).join(" "),
      last: body === null ? null : text.slice(body.start, body.end).trim().split(/\s+/).slice(-6).join(" "),
      permission,
      stance,
      language,
    })),
  };
}

function readingOf(text: string): Reading {
  return {
    type: "reading",
    format: "text",
    layer: {
      text,
      digest: "",
      map: [],
      charset: { charset: "utf-8", because: "utf-8-valid", sureness: 1, roundTrip: true },
    },
    declared: [],
    issues: [],
  };
}
