import { createHash, hash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initArchiveFolder, MAX_FILES_PER_OBJECT, openOriginals, walkPile } from "../src/keep/index.ts";

const FILES = 10_000;
const SIZE_BYTES = 20_000;

/** Measures how fast 10,000 files of 20 KB are taken into custody, beside reading and digesting the same files once. */
export async function benchKeep(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "fanlight-bench-"));
  try {
    const pile = join(folder, "pile");
    makePile(pile);
    const plain = await measure(async () => {
      for await (const found of walkPile(pile)) {
        if (found.type === "file") hash("sha512", readFileSync(found.source));
      }
    });
    const keeping = await measure(() => keepPile(join(folder, "archive"), pile));
    console.log(`reading and sha512: ${rate(plain)} files/s`);
    console.log(`keeping: ${rate(keeping)} files/s, ${(plain / keeping).toFixed(2)} of that`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Bytes that differ from file to file and are the same each time.
function makePile(pile: string): void {
  for (let n = 0; n < FILES; n += 1) {
    const folder = join(pile, String(Math.floor(n / 500)));
    mkdirSync(folder, { recursive: true });
    const bytes = createHash("shake256", { outputLength: SIZE_BYTES }).update(String(n)).digest();
    // Flushed, as a disk that is still busy with the pile would be measured too.
    writeFileSync(join(folder, `${n}.txt`), bytes, { flush: true });
  }
}

async function keepPile(archiveDir: string, pile: string): Promise<void> {
  await initArchiveFolder(archiveDir);
  const originals = await openOriginals(archiveDir);
  let sequence = 1;
  let staging = await originals.stageObject("r1", sequence);
  for await (const found of walkPile(pile)) {
    if (found.type !== "file") continue;
    if (staging.count === MAX_FILES_PER_OBJECT) {
      await staging.commit("2026-01-01T00:00:00.000Z");
      sequence += 1;
      staging = await originals.stageObject("r1", sequence);
    }
    await staging.add(found);
  }
  await staging.commit("2026-01-01T00:00:00.000Z");
}

async function measure(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function rate(milliseconds: number): string {
  return Math.round((FILES / milliseconds) * 1000).toLocaleString("en");
}

if (import.meta.main) await benchKeep();
