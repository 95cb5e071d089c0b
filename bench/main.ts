// Measures the whole way of a pile: `npm run bench [-- --files 10000]`. Absolute figures hold for the machine they were
// made on; what counts is the ratio to plain work on the same files in the same run.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { generatePile } from "./generate-pile.ts";
import { runMeasured } from "./run-measured.ts";
import { measureServer } from "./serve.ts";

const { values } = parseArgs({ options: { files: { type: "string", default: "10000" }, bytes: { type: "string", default: "20000" }, large: { type: "boolean", default: false } } }); // prettier-ignore
const FANLIGHT = resolve(import.meta.dirname, "../bin/fanlight.js");
const folder = mkdtempSync(join(tmpdir(), "fanlight-bench-"));

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(56)} ${figure}`);
}

/** The least anybody could do with the same files: read them and digest them, in one thread. */
function readAndDigest(pile: string): number {
  const begun = performance.now();
  for (const entry of readdirSync(pile, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      createHash("sha512")
        .update(readFileSync(join(entry.parentPath, entry.name)))
        .digest();
  }
  return (performance.now() - begun) / 1000;
}

async function measureImport(
  count: number,
  bytes: number,
): Promise<{ archive: string; peak: number; seconds: number }> {
  const pile = join(folder, `pile-${count}`);
  const archive = join(folder, `archive-${count}`);
  generatePile(pile, count, bytes);
  const plain = readAndDigest(pile);
  await runMeasured(process.execPath, [FANLIGHT, "init", archive]);
  const { seconds, peakMegabytes } = await runMeasured(process.execPath, [
    FANLIGHT,
    "import",
    pile,
    "--archive",
    archive,
  ]);
  say(
    `import of ${count} texts`,
    `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} stories/s, ${Math.round(peakMegabytes)} MB at most`,
  );
  say(
    "  beside reading and SHA-512 of the same files",
    `${plain.toFixed(2)} s: ${(seconds / plain).toFixed(1)} times as long`,
  );
  rmSync(pile, { recursive: true });
  return { archive, peak: peakMegabytes, seconds };
}

try {
  const count = Number(values.files);
  const bytes = Number(values.bytes);
  const once = await measureImport(count, bytes);
  const rebuild = await runMeasured(process.execPath, [FANLIGHT, "rebuild", "--archive", once.archive]);
  say(
    "rebuild",
    `${rebuild.seconds.toFixed(1)} s, ${(rebuild.seconds / once.seconds).toFixed(2)} of the import`,
  );
  await measureServer(FANLIGHT, once.archive, say);
  if (values.large) {
    const ten = await measureImport(count * 10, bytes);
    say("memory for ten times the files", `${(ten.peak / once.peak).toFixed(2)} times`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
