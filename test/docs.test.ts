import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ConfigSchema } from "../src/app/index.ts";
import { listCommands } from "../src/cli/commands.ts";
import { makeIssueCodesPage } from "./support/issue-codes-page.ts";

const ROOT = resolve(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** The words of all headings of a page. */
function headingsOf(path: string): ReadonlySet<string> {
  return new Set(
    [...read(path).matchAll(/^#{2,4} +(.+?) *$/gm)].map((found) => (found[1] ?? "").replaceAll("`", "")),
  );
}

function missing(names: readonly string[], headings: ReadonlySet<string>): readonly string[] {
  return names.filter((name) => !headings.has(name));
}

/** `limits.text_megabytes` and so on, from the schema that validates them. */
function listSettings(): readonly string[] {
  const { properties } = z.toJSONSchema(ConfigSchema, { io: "input" }) as {
    properties: Record<string, object>;
  };
  return Object.entries(properties).flatMap(([key, value]) =>
    "properties" in value ? Object.keys(value.properties as object).map((inner) => `${key}.${inner}`) : key,
  );
}

const vocabularies = readdirSync(join(ROOT, "vocabularies")).filter((name) => name.endsWith(".yaml"));

const listIssueCodes = (): readonly { readonly id: string; readonly title: string }[] =>
  parse(read("vocabularies/issue-codes.yaml")) as { id: string; title: string }[];

describe("the docs", () => {
  test("have a heading for every command", () => {
    const commands = listCommands(() => Promise.reject(new Error("not served here"))).map(
      ({ name }) => `fanlight ${name}`,
    );
    expect(missing(commands, headingsOf("docs/operator/commands.md"))).toEqual([]);
  });

  test("have a heading for every setting", () => {
    expect(listSettings().length).toBeGreaterThan(5);
    expect(missing(listSettings(), headingsOf("docs/operator/settings.md"))).toEqual([]);
  });

  test("have a heading for every vocabulary", () => {
    const names = vocabularies.map((name) => name.replace(/\.yaml$/, ""));
    expect(missing(names, headingsOf("docs/developer/vocabularies.md"))).toEqual([]);
  });

  test("have the page of issue codes as the vocabulary has them (UPDATE=1 writes it anew)", () => {
    const page = makeIssueCodesPage(read("vocabularies/issue-codes.yaml"));
    const path = "docs/archivist/issue-codes.md";
    if (process.env["UPDATE"] === "1") writeFileSync(join(ROOT, path), page);
    expect(read(path)).toBe(page);
  });

  test("know every issue code that the program raises", () => {
    const codes = new Set(listIssueCodes().map(({ id }) => id));
    const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter((name) =>
      /(?<!\.test)\.tsx?$/.test(name),
    );
    const raised = sources.flatMap((name) =>
      [...read(join("src", name)).matchAll(/"([KRTUPW]-\d{3})"/g)].map((found) => found[1] ?? ""),
    );
    expect(raised.length).toBeGreaterThan(10);
    expect([...new Set(raised)].filter((code) => !codes.has(code))).toEqual([]);
  });

  test("link only to pages that are there", () => {
    const pages = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "GLOSSARY.md", "CHANGELOG.md", ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md")).map((name) => join("docs", name))]; // prettier-ignore
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)].flatMap((found) => {
        const target = join(ROOT, dirname(page), found[1] ?? "");
        return existsSync(target) ? [] : `${page}: ${found[1]}`;
      }),
    );
    expect(broken).toEqual([]);
  });

  test("name every term of the glossary once", () => {
    const terms = [...read("GLOSSARY.md").matchAll(/^\| *\**([^|*]+?)\** *\|/gm)].map(
      (found) => found[1] ?? "",
    );
    expect(terms.length).toBeGreaterThan(20);
    expect(terms.filter((term, at) => terms.indexOf(term) !== at && !/^(-+|Word)$/.test(term))).toEqual([]);
  });
});
