import { createServer } from "node:net";
import { cp, mkdir, readFile, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importPile } from "../src/app/index.ts";
import { listCommands } from "../src/cli/commands.ts";
import { serveSite } from "../src/web/serve-site.ts";
import { context, makeFolder, writePile } from "./support/archive.ts";
import { ADDRESS_DOMAIN, inventStory } from "./support/invent-story.ts";
import { runCommand, type CommandRun } from "./support/run-command.ts";

/** Texts whose headers hold addresses; `refused.txt` forbids archiving. */
const PILE = {
  "one.txt": inventStory(4).text,
  "two.txt": inventStory(5).text,
  "deep/three.txt": inventStory(6).text,
  "refused.txt": `TITLE: Ours alone\nAUTHOR: Wherry\nARCHIVE: No, do not archive this.\n\n${inventStory(8).text.split("\n\n\n")[1]}`,
  "empty.txt": "",
};

let folder: Awaited<ReturnType<typeof makeFolder>>;
let pile: string;
/** An archive with the pile in it, closed; tests that change it work on copies. */
let template: string;

beforeAll(async () => {
  folder = await makeFolder();
  pile = await writePile(join(folder.dir, "pile"), PILE);
  template = join(folder.dir, "template");
  expect(await runCommand(["init", template, "--name", "The Test Attic"])).toMatchObject({ code: 0 });
  expect(await runCommand(["import", pile, "--archive", template])).toMatchObject({ code: 0 });
});

afterAll(() => folder[Symbol.asyncDispose]());

describe("every command", () => {
  const names = listCommands(serveSite).map(({ name }) => name);

  test.each(names)("%s has help on stdout, and refuses an unknown option with a hint", async (name) => {
    const help = await runCommand([name, "--help"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toContain(`Usage: fanlight ${name} `);
    const refused = await runCommand([name, "--nonsense"]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("fanlight: unknown option '--nonsense'");
    expect(refused.stderr).toContain(`fanlight ${name} --help`);
  });

  test("an unknown one is refused with a hint", async () => {
    const run = await runCommand(["improt"]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("fanlight: unknown command 'improt'");
    expect(run.stderr).toContain("fanlight --help");
  });

  test("none at all gives the help and fails", async () => {
    const run = await runCommand([]);
    expect(run.code).toBe(2);
    for (const name of names) expect(run.stderr).toContain(`  ${name} `);
  });

  test("--version and --help are data", async () => {
    const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
    expect(await runCommand(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    expect(await runCommand(["--help"])).toMatchObject({ code: 0, stderr: "" });
  });

  test.each(names.filter((name) => !["init", "inspect", "doctor", "sample"].includes(name)))(
    "%s without an archive says how to name one",
    async (name) => {
      const needs: Readonly<Record<string, string>> = { import: pile, withdraw: "x", erase: "x" };
      const run = await runCommand([name, ...(needs[name] ? [needs[name]] : [])], { workingDir: folder.dir });
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toContain('add "--archive DIR"');
    },
  );
});

describe("which archive is meant", () => {
  test("--archive wins over FANLIGHT_ARCHIVE, that over the folder one stands in", async () => {
    const other = join(folder.dir, "other");
    await runCommand(["init", other, "--name", "The Other Attic"]);
    const inside = join(template, "originals");
    const env = { FANLIGHT_ARCHIVE: other };
    expect(await nameOf(["status", "--json"], { workingDir: inside })).toBe("The Test Attic");
    expect(await nameOf(["status", "--json"], { workingDir: inside, env })).toBe("The Other Attic");
    expect(await nameOf(["status", "--json", "--archive", template], { env })).toBe("The Test Attic");
  });

  test("a folder that is none is refused", async () => {
    const run = await runCommand(["status", "--archive", pile]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`fanlight init ${pile}`);
  });

  test("settings that are wrong are named, in the file and in the environment", async () => {
    const archive = await copyArchive("wrong-settings");
    const env = { FANLIGHT_PORT: "teatime" };
    expect((await runCommand(["status", "--archive", archive], { env })).stderr).toContain("FANLIGHT_PORT");
    await writeFile(join(archive, "fanlight.toml"), 'nmae = "A slip of the finger"\n');
    const run = await runCommand(["status", "--archive", archive]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(join(archive, "fanlight.toml"));
    expect(run.stderr).toContain("nmae");
  });
});

describe("init", () => {
  test("makes an archive that is closed and empty", async () => {
    const dir = join(folder.dir, "fresh");
    const run = await runCommand(["init", "fresh", "--json"], { workingDir: folder.dir });
    expect(parseOne(run)).toEqual({ dir });
    expect(run.stderr).toContain("Next: fanlight import PATH --archive fresh");
    expect(parseOne(await runCommand(["status", "--json", "--archive", dir]))).toMatchObject({
      works: 0,
      rescues: [],
    });
    expect(await runCommand(["verify", "--archive", dir])).toMatchObject({ code: 0 });
  });

  test("leaves a folder alone that holds something else, or an archive", async () => {
    const other = await writePile(join(folder.dir, "holiday"), { "photo.jpg": "not really" });
    const refused = await runCommand(["init", other]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("name a new or empty folder");
    expect(await readdir(other)).toEqual(["photo.jpg"]);
    const archive = await copyArchive("again");
    const before = await readFile(join(archive, "fanlight.toml"), "utf8");
    expect(await runCommand(["init", archive, "--name", "Other"])).toMatchObject({ code: 2 });
    expect(await readFile(join(archive, "fanlight.toml"), "utf8")).toBe(before);
  });
});

describe("import", () => {
  test("tells what it kept, and what comes next", async () => {
    const archive = join(folder.dir, "importing");
    await runCommand(["init", archive]);
    const counted = await runCommand(["import", pile, "--dry-run", "--json", "--archive", archive]);
    expect(parseOne(counted)).toMatchObject({ dryRun: true, files: 5, kept: 0 });
    expect(counted.stderr).toContain("Nothing was taken in");
    const run = await runCommand([
      "import",
      pile,
      "--json",
      "--source",
      "harbour-list",
      "--archive",
      archive,
    ]);
    expect(parseOne(run)).toMatchObject({ accessions: ["r1"], files: 5, kept: 5, known: 0, stopped: false });
    expect(run.stderr).toContain("Kept 5 new files; 0 were here already.");
    expect(run.stderr).toContain("Next: fanlight open");
    const again = await runCommand(["import", pile, "--source", "harbour-list", "--archive", archive]);
    expect(again.stderr).toContain("Kept 0 new files; 5 were here already.");
    expect(again.stderr).not.toContain("fanlight open");
  });

  test("wants a path, and one that is there", async () => {
    expect(await runCommand(["import", "--archive", template])).toMatchObject({ code: 2 });
    const run = await runCommand(["import", "nowhere", "--archive", template], { workingDir: folder.dir });
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain(join(folder.dir, "nowhere"));
  });

  test("masks an address in a file's name while it works, and in what it says", async () => {
    const archive = await copyArchive("named");
    const named = `letter to quill@${ADDRESS_DOMAIN}.txt`;
    const letters = await writePile(join(folder.dir, "letters"), { [named]: inventStory(13).text });
    await symlink("nowhere", join(letters, `lost quill@${ADDRESS_DOMAIN}`));
    const told: string[] = [];
    const onProgress = ({ lastFile }: { readonly lastFile: string }): void => void told.push(lastFile);
    const request = { ...context, paths: [letters], stop: new AbortController().signal, onProgress };
    const report = await importPile(archive, request);
    expect(report).toMatchObject({ kept: 1, issues: [{ code: "K-003" }] });
    expect(told.join("\n")).toContain("letter to •••••@");
    expect(JSON.stringify([told, report])).not.toContain(ADDRESS_DOMAIN);
  });

  test("says what to do about what it could not keep", async () => {
    const archive = await copyArchive("trouble");
    const odd = join(folder.dir, "odd");
    await mkdir(odd);
    await cp(join(pile, "one.txt"), join(odd, "one.txt"));
    await symlink("nowhere", join(odd, "lost.txt"));
    const run = await runCommand(["import", odd, "--archive", archive]);
    expect(run.stderr).toMatch(/! lost\.txt: The link leads to nothing\.\n {2}Nothing to do/);
  });
});

describe("open and close", () => {
  test("open shows the counted checklist and needs a yes", async () => {
    const archive = await copyArchive("opening");
    const asked = await runCommand(["open", "--archive", archive, "--json"]);
    expect(asked.code).toBe(2);
    expect(asked.stderr).toContain('add "--yes"');
    expect(parseOne(asked)).toMatchObject({
      rescueId: "r1",
      works: 4,
      willOpen: 3,
      held: [{ hold: "refused", works: 1 }],
    });
    expect(asked.stderr).toMatch(/stay closed +1 +the author forbids archiving/);
    expect(await countPublic(archive)).toBe(0);

    const noInput = await runCommand(["open", "--archive", archive, "--no-input"], { answer: "yes" });
    expect(noInput.code).toBe(2);
    expect(noInput.stderr).not.toContain("[y/N]");
    expect(await runCommand(["open", "--archive", archive], { answer: "n" })).toMatchObject({ code: 1 });
    expect(await countPublic(archive)).toBe(0);

    expect(await runCommand(["open", "--archive", archive], { answer: "y" })).toMatchObject({ code: 0 });
    expect(await countPublic(archive)).toBe(3);
    expect((await runCommand(["open", "--yes", "--archive", archive])).stderr).toContain("Nothing to open");
  });

  test("close takes everything from view, and the same can be opened again", async () => {
    const archive = await copyArchive("closing");
    expect(await runCommand(["open", "--rescue", "r1", "--yes", "--archive", archive])).toMatchObject({
      code: 0,
    });
    const closed = await runCommand(["close", "--json", "--archive", archive]);
    expect(closed.code).toBe(0);
    expect(parseOne(closed)).toEqual({ closed: ["r1"] });
    expect(await countPublic(archive)).toBe(0);
    expect(parseOne(await runCommand(["close", "--json", "--archive", archive]))).toEqual({ closed: [] });
    expect(await runCommand(["open", "--yes", "--archive", archive])).toMatchObject({ code: 0 });
    expect(await countPublic(archive)).toBe(3);
  });

  test("a rescue that is not there is named", async () => {
    for (const command of ["open", "close"]) {
      const run = await runCommand([command, "--rescue", "r9", "--yes", "--archive", template]);
      expect(run).toMatchObject({ code: 1, stdout: "" });
      expect(run.stderr).toContain('"r9"');
    }
  });
});

describe("status", () => {
  test("counts, as a table and as JSON", async () => {
    const run = await runCommand(["status", "--archive", template]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("The Test Attic\n");
    expect(run.stdout).toContain("4 works, 0 works public");
    const status = parseOne(await runCommand(["status", "--json", "--archive", template]));
    expect(status).toMatchObject({
      works: 4,
      publicWorks: 0,
      rescues: [{ id: "r1", isOpen: false, originals: 5 }],
    });
  });

  test("--strict tells by its exit code that questions remain", async () => {
    const archive = await copyArchive("strict");
    const odd = await writePile(join(folder.dir, "puzzling"), {
      "puzzle.txt": `TITLE: Puzzle\nAUTHOR: Wherry\nGLIMMERFACTOR: nine\n\n${PILE["one.txt"]}`,
    });
    expect((await runCommand(["status", "--strict", "--archive", archive])).code).toBe(0);
    await runCommand(["import", odd, "--archive", archive]);
    expect((await runCommand(["status", "--strict", "--archive", archive])).code).toBe(3);
    expect((await runCommand(["status", "--archive", archive])).code).toBe(0);
  });
});

describe("inspect", () => {
  test("gives one object a story, in the shape other programs rely on", async () => {
    const file = join(folder.dir, "inspected.txt");
    const text = `TITLE: Salz & Wind\nAUTHOR: Übermut <u@${ADDRESS_DOMAIN}>\nPAIRING: Marta/Ilse\nNOTES: one\n\n${inventStory(12).text.split("\n\n\n")[1]}`;
    await writeFile(file, text);
    const run = await runCommand(["inspect", "inspected.txt", "--json"], { workingDir: folder.dir });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const story = parseOne(run) as InspectedJson;
    expect(story).toMatchObject({ file: "inspected.txt", story: 0, kind: "story" });
    const bytes = await readFile(file);
    for (const claim of Object.values(story.fields).flat()) {
      expect(Object.keys(claim)).toEqual(
        expect.arrayContaining(["value", "asWritten", "range", "bytes", "rule", "sureness"]),
      );
      expect(text.slice(...claim.range)).toBe(claim.asWritten);
      expect(bytes.subarray(...claim.bytes).toString()).toBe(claim.asWritten);
      expect(claim.sureness).toBeGreaterThan(0);
      expect(claim.sureness).toBeLessThanOrEqual(1);
    }
    expect(story.fields["title"]?.[0]).toMatchObject({ value: "Salz & Wind", range: [7, 18] });
    expect(story.fields["email"]?.[0]).toMatchObject({ value: `u@${ADDRESS_DOMAIN}` });
    const told = text.slice(...story.body.range);
    expect(told.split(/\s+/).slice(0, 8).join(" ")).toBe(story.body.firstWords);
    expect(told.trim().split(/\s+/).slice(-8).join(" ")).toBe(story.body.lastWords);
    expect(story.issues).toEqual([]);
  });

  test("tells of what holds no story, and goes on after what it cannot open", async () => {
    const noise = join(folder.dir, "noise.bin");
    await writeFile(
      noise,
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 37 + (at >> 4)) & 0xff),
    );
    const files = ["nowhere.txt", pile, noise, join(pile, "empty.txt"), join(pile, "one.txt")];
    const run = await runCommand(["inspect", ...files, "--json"], { workingDir: folder.dir });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("fanlight: nowhere.txt: Name a file that is there");
    expect(run.stderr).toContain(`fanlight: ${pile}: Name a file: this is a folder`);
    const told = run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as InspectedJson);
    expect(told.map(({ story, issues }) => [story, issues.map(({ code }) => code)])).toEqual([
      [null, ["R-010"]],
      [null, ["R-001"]],
      [0, []],
    ]);
  });

  test("is readable to people, without colours where there is no terminal", async () => {
    const run = await runCommand(["inspect", join(pile, "one.txt")]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(inventStory(4).title);
    expect(run.stdout).not.toContain("\u001B");
  });
});

describe("withdraw and erase", () => {
  test("withdraw takes a work from view", async () => {
    const archive = await copyArchive("withdrawing");
    await runCommand(["open", "--yes", "--archive", archive]);
    const id = await findWork(archive, inventStory(4).title);
    const run = await runCommand(["withdraw", id, "--json", "--archive", archive]);
    expect(run.code).toBe(0);
    expect(parseOne(run)).toEqual({ withdrawn: id });
    expect(await countPublic(archive)).toBe(2);
    expect(await runCommand(["withdraw", "nothing", "--archive", archive])).toMatchObject({
      code: 1,
      stdout: "",
    });
  });

  test("erase needs the id once more, typed or by --confirm", async () => {
    const archive = await copyArchive("erasing");
    const id = await findWork(archive, inventStory(4).title);
    const args = ["erase", id, "--archive", archive];
    const unasked = await runCommand(args);
    expect(unasked).toMatchObject({ code: 2, stdout: "" });
    expect(unasked.stderr).toContain("It cannot be undone");
    expect(unasked.stderr).toContain(`--confirm ${id}`);
    expect(await runCommand([...args, "--yes", "--no-input"], { answer: id })).toMatchObject({ code: 2 });
    expect(await runCommand([...args, "--confirm", "another"])).toMatchObject({ code: 2 });
    expect(await runCommand(args, { answer: "yes" })).toMatchObject({ code: 1 });
    expect(await findWork(archive, inventStory(4).title)).toBe(id);

    const erased = await runCommand([...args, "--confirm", id, "--json"]);
    expect(parseOne(erased)).toEqual({ erased: id, stories: 1, originals: 1, others: 0 });
    expect((await runCommand(["dump", "--unmasked", "--archive", archive])).stdout).not.toContain(
      inventStory(4).title,
    );
    const gone = await runCommand([...args, "--confirm", id]);
    expect(gone).toMatchObject({ code: 1 });
    expect(gone.stderr).toContain("erased already");
    expect((await runCommand(["withdraw", id, "--archive", archive])).code).toBe(1);
    expect(await runCommand(["verify", "--archive", archive])).toMatchObject({ code: 0 });
  });
});

describe("rebuild, verify, dump and doctor", () => {
  test("rebuild gives the same catalogue", async () => {
    const archive = await copyArchive("rebuilding");
    await runCommand(["open", "--yes", "--archive", archive]);
    const before = await runCommand(["dump", "--unmasked", "--archive", archive]);
    const run = await runCommand(["rebuild", "--json", "--archive", archive]);
    expect(parseOne(run)).toEqual({ stories: 4, works: 4, stopped: false });
    expect((await runCommand(["dump", "--unmasked", "--archive", archive])).stdout).toBe(before.stdout);
    expect(await countPublic(archive)).toBe(3);
  });

  test("verify says how much was unchanged, and that it was stopped", async () => {
    const run = await runCommand(["verify", "--archive", template]);
    expect(run).toMatchObject({ code: 0, stdout: "" });
    expect(run.stderr).toMatch(/^Unchanged: 5 originals, \d+ claims, the journal\n$/);
    const stopped = await runCommand(["verify", "--archive", template], { stopped: true });
    expect(stopped).toMatchObject({ code: 130, stdout: "" });
    expect(stopped.stderr).toContain("not everything was read");
  });

  test("dump is sorted lines of JSON, and masks addresses unless told otherwise", async () => {
    const run = await runCommand(["dump", "--archive", template]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const rows = run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { table: string });
    expect(rows.map(({ table }) => table)).toEqual(rows.map(({ table }) => table).toSorted());
    expect(run.stdout).not.toContain(`@${ADDRESS_DOMAIN}`);
    expect(run.stdout).not.toContain(ADDRESS_DOMAIN);
    expect(run.stdout).toContain("•@•");
    const unmasked = await runCommand(["dump", "--unmasked", "--archive", template]);
    expect(unmasked.stdout).toContain(inventStory(4).address);
  });

  test("doctor looks at the machine and at an archive", async () => {
    expect(await runCommand(["doctor"], { workingDir: folder.dir })).toMatchObject({ code: 0, stderr: "" });
    const run = await runCommand(["doctor", "--json", "--archive", template]);
    const findings = run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { fit: boolean });
    expect(findings.length).toBeGreaterThan(5);
    const absent = await runCommand(["doctor", "--archive", pile]);
    expect(absent).toMatchObject({ code: 1, stderr: "" });
    expect(absent.stdout).toContain("fanlight init");
  });
});

describe("serve", () => {
  test("prints the address as data and the keeper's link as talk, and ends by Ctrl-C", async () => {
    const run = await runCommand([...serve(), "--port", "0"], {
      onTalk: (text, stop) => {
        if (text.includes("Ctrl-C")) stop();
      },
    });
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(run.stderr).toContain("Your disk is only read. Nothing leaves this computer.");
    expect(run.stderr).toContain("/keeper?token=");
  });

  test("refuses what is no port, and one that is taken", async () => {
    for (const port of ["teatime", "65536", "-1", "1.5"]) {
      const run = await runCommand([...serve(), `--port=${port}`]);
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toContain("from 0 to 65535");
    }
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const address = taken.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const run = await runCommand([...serve(), "--port", String(port)]);
    taken.close();
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(String(port));
  });
});

interface InspectedJson {
  readonly file: string;
  readonly story: number | null;
  readonly kind: string;
  readonly fields: Readonly<
    Record<
      string,
      readonly {
        readonly value: string;
        readonly asWritten: string;
        readonly range: readonly [number, number];
        readonly bytes: readonly [number, number];
        readonly rule: string;
        readonly sureness: number;
      }[]
    >
  >;
  readonly body: {
    readonly range: readonly [number, number];
    readonly firstWords: string;
    readonly lastWords: string;
  };
  readonly issues: readonly { readonly code: string }[];
}

/** What a command printed as data is one line of JSON, and nothing else. */
function parseOne({ stdout }: CommandRun): unknown {
  expect(stdout).toMatch(/^[^\n]+\n$/);
  return JSON.parse(stdout);
}

function serve(): string[] {
  return ["serve", "--no-browser", "--archive", template];
}

/** The name of the archive that a command line means. */
async function nameOf(...given: Parameters<typeof runCommand>): Promise<string> {
  return (parseOne(await runCommand(...given)) as { name: string }).name;
}

async function countPublic(archive: string): Promise<number> {
  const status = parseOne(await runCommand(["status", "--json", "--archive", archive]));
  return (status as { publicWorks: number }).publicWorks;
}

async function findWork(archive: string, title: string): Promise<string> {
  const { stdout } = await runCommand(["dump", "--unmasked", "--archive", archive]);
  const rows = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { table: string; title: string; id: string });
  const work = rows.find((row) => row.table === "work" && row.title === title);
  if (!work) throw new Error(`No work is called "${title}"`);
  return work.id;
}

async function copyArchive(name: string): Promise<string> {
  const archive = join(folder.dir, name);
  await cp(template, archive, { recursive: true });
  return archive;
}
