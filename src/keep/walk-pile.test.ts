import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeTemporaryFolder } from "../../test/keep/make-temporary-folder.ts";
import { walkPile, type FoundFile, type FoundTrouble } from "./walk-pile.ts";

async function walk(root: string): Promise<readonly (FoundFile | FoundTrouble)[]> {
  return Array.fromAsync(walkPile(root));
}

async function paths(root: string): Promise<readonly string[]> {
  return (await walk(root)).map((found) =>
    found.type === "file" ? found.path : `${found.path} ${found.issue.code}`,
  );
}

describe("walkPile()", () => {
  test("gives files in the order of the bytes of their whole paths", async () => {
    const pile = makeTemporaryFolder();
    for (const folder of ["a", "a-b", "Z", "é"]) mkdirSync(join(pile, folder));
    const files = ["a/1", "a-b/2", "a.txt", "a0", "Z/3", "é/4", "~", ".hidden"];
    for (const file of files) writeFileSync(join(pile, file), file);
    const expected = files.toSorted((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
    expect(await paths(pile)).toEqual(expected);
  });

  test("takes a name that is no UTF-8 by its bytes", async () => {
    const pile = makeTemporaryFolder();
    const name = Buffer.from("caf\xe9.txt", "latin1");
    writeFileSync(Buffer.concat([Buffer.from(`${pile}/`), name]), "x");
    const [found] = await walk(pile);
    expect(found).toMatchObject({ type: "file", path: "caf\ufffdE9.txt", rawPathHex: name.toString("hex") });
  });

  test("takes a single file, and a link to it", async () => {
    const pile = makeTemporaryFolder();
    writeFileSync(join(pile, "story.txt"), "four");
    symlinkSync("story.txt", join(pile, "link"));
    expect(await walk(join(pile, "story.txt"))).toMatchObject([
      { type: "file", path: "story.txt", sizeBytes: 4 },
    ]);
    expect(await paths(join(pile, "link"))).toEqual(["story.txt"]);
  });

  test("follows a link to a file of the pile, and no other", async () => {
    const outside = makeTemporaryFolder();
    writeFileSync(join(outside, "secret"), "x");
    const pile = makeTemporaryFolder();
    mkdirSync(join(pile, "d"));
    writeFileSync(join(pile, "d/story"), "x");
    symlinkSync("d/story", join(pile, "1-inside"));
    symlinkSync(join(outside, "secret"), join(pile, "2-outside"));
    symlinkSync(outside, join(pile, "3-outside-folder"));
    symlinkSync("nowhere", join(pile, "4-dangling"));
    symlinkSync("5-looping", join(pile, "5-looping"));
    symlinkSync(".", join(pile, "6-folder"));
    symlinkSync(`${pile}-beside`, join(pile, "7-beside"));
    mkdirSync(`${pile}-beside`);
    onTestFinished(() => void execFileSync("rm", ["-r", `${pile}-beside`]));
    expect(await paths(pile)).toEqual([
      "1-inside",
      "2-outside K-005",
      "3-outside-folder K-005",
      "4-dangling K-003",
      "5-looping K-004",
      "6-folder K-007",
      "7-beside K-005",
      "d/story",
    ]);
  });

  test.skipIf(process.platform === "win32")("names pipes and sockets without opening them", async () => {
    const pile = makeTemporaryFolder();
    execFileSync("mkfifo", [join(pile, "pipe")]);
    const server = createServer().listen(join(pile, "socket"));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    expect(await paths(pile)).toEqual(["pipe K-006", "socket K-006"]);
  });

  test("goes on after a folder that may not be opened", async () => {
    const pile = makeTemporaryFolder();
    chmodSync(pile, 0o755);
    mkdirSync(join(pile, "a"));
    writeFileSync(join(pile, "b"), "x");
    chmodSync(join(pile, "a"), 0);
    // Root may open everything, so an ordinary user has to walk.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const module = join(import.meta.dirname, "walk-pile.ts");
    const script = `
      const { walkPile } = await import(${JSON.stringify(module)});
      for await (const found of walkPile(${JSON.stringify(pile)})) console.log(found.path, found.issue?.code ?? "");`;
    const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      ...user,
      encoding: "utf8",
    });
    expect(out).toBe("a K-001\nb \n");
  });

  test("passes over the archive it is walked for", async () => {
    const pile = makeTemporaryFolder();
    mkdirSync(join(pile, "a/archive"), { recursive: true });
    writeFileSync(join(pile, "a/archive/original"), "x");
    writeFileSync(join(pile, "a/story"), "x");
    const found = await Array.fromAsync(walkPile(pile, { archiveDir: join(pile, "a/../a/archive") }));
    expect(found).toMatchObject([{ path: "a/archive", issue: { code: "K-009" } }, { path: "a/story" }]);
  });
});
