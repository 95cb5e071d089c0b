import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** Who may import whom: ARCHITECTURE's table. A room may always import itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  terms: [],
  text: ["terms"],
  vocabulary: ["terms", "text"],
  read: ["terms", "text", "vocabulary"],
  understand: ["terms", "text", "vocabulary"],
  reconcile: ["terms", "text", "vocabulary"],
  review: ["terms", "text", "vocabulary"],
  catalogue: ["terms", "text", "vocabulary"],
  pages: ["terms", "text"],
  publish: ["terms", "text", "vocabulary", "pages"],
  keep: ["terms", "text"],
  store: ["terms", "text"],
  app: ["terms", "text", "vocabulary", "read", "understand", "reconcile", "review", "catalogue", "publish", "keep", "store"],
  web: ["app", "pages", "terms"],
  cli: ["app", "terms"],
  main: ["cli", "web"],
}; // prettier-ignore

/** Stages are pure: no clock, no disk, no network. */
const PURE: ReadonlySet<string> = new Set([
  "terms",
  "text",
  "vocabulary",
  "reconcile",
  "review",
  "catalogue",
  "understand",
  "pages",
]);
const PURE_NODE = new Set(["node:crypto"]);
const READ_NODE = new Set(["node:crypto", "node:zlib", "node:buffer", "node:stream"]);

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly lines: readonly string[];
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((name) => join(SRC, name))
  .filter((path) => /\.tsx?$/.test(path) && statSync(path).isFile())
  .map((path) => {
    const text = readFileSync(path, "utf8");
    const [first = ""] = relative(SRC, path).split("/");
    const imports = [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\b[^;"']*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']|(?:^|\n)import\s*["']([^"']+)["']/g,
      ),
    ];
    return {
      path,
      room: first.replace(/\.tsx?$/, ""),
      lines: text.split("\n"),
      imports: imports.map((found) => found[1] ?? found[2] ?? found[3] ?? ""),
    };
  });

const sources = files.filter((file) => !/\.test\.tsx?$/.test(file.path));

function roomOf(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const [room = ""] = relative(SRC, resolve(dirname(file.path), specifier)).split("/");
  return room.replace(/\.(ts|tsx|js)$/, "");
}

describe("the house", () => {
  test("has every room in the table", () => {
    expect([...new Set(sources.map((file) => file.room))].filter((room) => !(room in ALLOWED))).toEqual([]);
  });

  test("lets no room import one it may not know", () => {
    const wrong = sources.flatMap((file) =>
      file.imports.flatMap((specifier) => {
        const room = roomOf(file, specifier);
        if (room === undefined || room === file.room || ALLOWED[file.room]?.includes(room)) return [];
        return [`${relative(SRC, file.path)} imports ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("keeps the middle pure: no clock, disk or network", () => {
    const wrong = sources.flatMap((file) => {
      const allowed = file.room === "read" ? READ_NODE : PURE.has(file.room) ? PURE_NODE : undefined;
      if (!allowed) return [];
      const imported = file.imports.filter((name) => name.startsWith("node:") && !allowed.has(name));
      const clock = file.lines.filter(
        (line) =>
          /\b(Date\.now|new Date\(\)|performance\.now|Math\.random|process\.|fetch\()/.test(line) &&
          !/^\s*(\/\/|\*)/.test(line),
      );
      return [...imported, ...clock].map((what) => `${relative(SRC, file.path)}: ${what.trim()}`);
    });
    expect(wrong).toEqual([]);
  });

  test("has raw() in one file only", () => {
    const users = sources.filter((file) =>
      file.lines.some(
        (line) => /\braw\(|dangerouslySetInnerHTML/.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line),
      ),
    );
    expect(users.map((file) => relative(SRC, file.path))).toEqual(["pages/parts/StoryBody.tsx"]);
  });

  test("has no default export, enum, any, empty catch or unnumbered to-do", () => {
    const bad =
      /^export default|^\s*(export )?(const )?enum |: any\b|as any\b|catch\s*(\([^)]*\))?\s*\{\s*\}|\bTODO\b|@ts-ignore/;
    const found = files.flatMap((file) =>
      file.lines.flatMap((line, at) =>
        bad.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line)
          ? [`${relative(SRC, file.path)}:${at + 1} ${line.trim()}`]
          : [],
      ),
    );
    expect(found).toEqual([]);
  });

  test("keeps files small: median at most 80 lines, none over 400 without a reason in its head", () => {
    const sizes = sources.map((file) => file.lines.length).toSorted((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)] ?? 0).toBeLessThanOrEqual(80);
    const long = sources.filter(
      (file) => file.lines.length > 400 && !/long because/i.test(file.lines.slice(0, 12).join("\n")),
    );
    expect(long.map((file) => `${relative(SRC, file.path)} ${file.lines.length}`)).toEqual([]);
  });
});
