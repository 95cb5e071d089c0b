import { access, constants, statfs } from "node:fs/promises";
import { findLockHolder, takeLock } from "../keep/index.ts";
import { getMeta, openCatalogue, storePathsOf } from "../store/index.ts";
import { FanlightError, LockedError } from "../terms/index.ts";
import type { AppContext } from "./context.ts";
import { loadVocabulary } from "./derive/load-vocabulary.ts";
import { findArchive } from "./find-archive.ts";
import { readConfig } from "./config.ts";
import { VERSION } from "./version.ts";
import { derivationKey } from "./write/ensure-current.ts";

/** One thing that was looked at. */
export interface HealthFinding {
  readonly what: string;
  readonly fit: boolean;
  /** What to do, where it is not fit. */
  readonly todo?: string;
}

const LOW_BYTES = 1_073_741_824;

/** Looks whether this machine and, when one is named or found, this archive are fit. Never throws for what it finds. */
export async function examineArchive(
  named: string | undefined,
  context: AppContext & { readonly workingDir: string },
): Promise<readonly HealthFinding[]> {
  const findings: HealthFinding[] = [
    { what: `Fanlight ${VERSION} on Node ${process.versions.node}`, fit: true },
  ];
  findings.push(await attempt("Vocabularies load", async () => void (await loadVocabulary())));
  let dir: string;
  try {
    dir = findArchive(named, context.env, context.workingDir);
  } catch (error) {
    return [
      ...findings,
      { what: "No archive was named or found", fit: named === undefined, todo: messageOf(error) },
    ];
  }
  return [
    ...findings,
    await attempt(`Settings of ${dir} are sound`, async () => void (await readConfig(dir, context.env))),
    await attempt(
      "The folder can be written",
      async () => await access(dir, constants.R_OK | constants.W_OK),
    ),
    await examineSpace(dir),
    await examineLock(dir, context),
    await examineCatalogue(dir),
  ];
}

async function examineSpace(dir: string): Promise<HealthFinding> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  const what = `${Math.floor(free / 1_048_576).toLocaleString("en")} MB free on its disk`;
  return free >= LOW_BYTES
    ? { what, fit: true }
    : { what, fit: false, todo: "make room before the next import" };
}

async function examineLock(dir: string, { now }: AppContext): Promise<HealthFinding> {
  try {
    await (await takeLock(dir, { command: "fanlight doctor", now: now() })).release();
    return { what: "Nobody else is writing to it", fit: true };
  } catch (error) {
    if (!(error instanceof LockedError))
      return { what: "The lock can be taken", fit: false, todo: messageOf(error) };
    const holder = await findLockHolder(dir);
    return {
      what: `Held by "${holder?.command ?? "another process"}" since ${holder?.since ?? "some time"}`,
      fit: true,
    };
  }
}

async function examineCatalogue(dir: string): Promise<HealthFinding> {
  const vocabulary = await loadVocabulary(dir);
  return await attempt("The catalogue is whole and of this version", async () => {
    const catalogue = await openCatalogue(storePathsOf(dir));
    try {
      const { vocabularyHash } = await getMeta(catalogue.db);
      if (vocabularyHash !== "" && vocabularyHash !== derivationKey({ vocabulary })) {
        throw new FanlightError(
          'Run "fanlight rebuild": it was made by another version or with other vocabularies',
        );
      }
    } finally {
      await catalogue.close();
    }
  });
}

async function attempt(what: string, look: () => Promise<void>): Promise<HealthFinding> {
  try {
    await look();
    return { what, fit: true };
  } catch (error) {
    return { what, fit: false, todo: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
