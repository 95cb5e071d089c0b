import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FIELDS } from "../terms/index.ts";
import { parseVocabularies, VALUE_PARSERS, withoutSingleSourceRows } from "./index.ts";

const folder = new URL("../../vocabularies/", import.meta.url);
const files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
);
const vocabulary = parseVocabularies(files);

describe("vocabularies", () => {
  const lists: [string, readonly { readonly id: string }[]][] = [
    ["header-labels", vocabulary.labels],
    ["rating-scales", vocabulary.ratings],
    ["boilerplate", vocabulary.boilerplate],
    ["permission", vocabulary.permission],
    ["warning-forms", vocabulary.warningForms],
    ["fandoms", vocabulary.fandoms],
    ["issue-codes", vocabulary.issueCodes],
  ];

  test.each(lists)("ids of %s are unique and sorted", (_name, rows) => {
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test("no label stands under two meanings without a context", () => {
    const seen = new Map<string, string>();
    const doubles: string[] = [];
    for (const row of vocabulary.labels) {
      if (row.when !== undefined) continue;
      for (const label of row.labels.keys()) {
        if (seen.has(label)) doubles.push(`${label}: ${seen.get(label)} and ${row.id}`);
        seen.set(label, row.id);
      }
    }
    expect(doubles).toEqual([]);
  });

  test("every label has evidence that its file explains, or K", () => {
    const legend = new Set(
      [...(files["header-labels.yaml"] ?? "").matchAll(/^ {2}(\w): /gm)].map((found) => found[1]),
    );
    const unexplained = vocabulary.labels.flatMap((row) =>
      [...row.labels].flatMap(([label, seen]) =>
        seen.filter((code) => code !== "all" && !legend.has(code)).map((code) => `${label}: ${code}`),
      ),
    );
    expect(unexplained).toEqual([]);
  });

  test("labels are written as they are looked up: lower case, straight quotes", () => {
    const odd = vocabulary.labels.flatMap((row) =>
      [...row.labels.keys()].filter((label) => label !== label.toLowerCase() || /[’“”]/.test(label)),
    );
    expect(odd).toEqual([]);
  });

  test("weak labels are labels of their row", () => {
    expect(
      vocabulary.labels.flatMap((row) => [...row.weak].filter((label) => !row.labels.has(label))),
    ).toEqual([]);
  });

  test("every row names a known field and a parser that exists", () => {
    for (const row of vocabulary.labels) {
      expect(FIELDS).toContain(row.field);
      expect(VALUE_PARSERS).toContain(row.value);
    }
  });

  test("every field that headers can state has a label", () => {
    const stated = new Set(vocabulary.labels.map(({ field }) => field));
    const unstated = FIELDS.filter((field) => !stated.has(field));
    expect(unstated).toEqual(["parts-total", "end-marker", "circle", "rating-reason"]);
  });

  test("a rating form belongs to one value only", () => {
    const forms = vocabulary.ratings.flatMap(({ values }) => values.flatMap(({ written }) => written));
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
  });

  test("a phrase of the boilerplate means one thing within its kind", () => {
    for (const [kind, rows] of Map.groupBy(vocabulary.boilerplate, (row) => row.kind)) {
      const phrases = rows.flatMap((row) => row.phrases);
      expect([kind, phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)]).toEqual([kind, []]);
    }
  });
});

describe("parseVocabularies()", () => {
  test("gives the same hash for the same files and another for a changed one", () => {
    expect(parseVocabularies(files).hash).toBe(vocabulary.hash);
    expect(parseVocabularies({ ...files, "extra.yaml": "[]" }).hash).not.toBe(vocabulary.hash);
  });

  test("names the file and place of a bad row", () => {
    expect(() =>
      parseVocabularies({ ...files, "permission.yaml": "- {id: x, meaning: maybe, seen: K, phrases: [y]}" }),
    ).toThrow(/"permission.yaml".*meaning/);
  });

  test("names a missing file", () => {
    expect(() => parseVocabularies({})).toThrow('Vocabulary "header-labels.yaml" is missing');
  });

  test("freezes its rows", () => {
    expect(Object.isFrozen(vocabulary.fandoms[0])).toBe(true);
  });
});

describe("withoutSingleSourceRows()", () => {
  test("drops labels one source alone gives evidence for and keeps the rest", () => {
    const left = withoutSingleSourceRows(vocabulary).labels.find(({ id }) => id === "rating");
    expect(left?.labels.has("rating")).toBe(true);
    expect(left?.labels.has("content/rating")).toBe(false);
  });
});
