import { lstatSync, type Stats } from "node:fs";
import { opendir, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import type { Issue } from "../terms/index.ts";
import { nameOfBytes } from "./name-of-bytes.ts";
import { SPECIAL_FILE, unreadable } from "./read-source.ts";

/** A file found in a pile. */
export interface FoundFile {
  readonly type: "file";
  /** Where it lies, in the bytes of the file system: a name need not be text. Give it to `ObjectStaging.add()` as it is. */
  readonly source: Buffer;
  /** From the root, `/` between segments; printable, and different for different bytes. */
  readonly path: string;
  /** The bytes of the relative path as hex, only where `path` had to stand in for them. */
  readonly rawPathHex?: string;
  readonly sizeBytes: number;
}

/** Something in a pile that could not be walked or is no file. */
export interface FoundTrouble {
  readonly type: "issue";
  readonly path: string;
  readonly rawPathHex?: string;
  readonly issue: Issue;
}

/**
 * Walks a folder, or names a single file, in the order of the bytes of the paths.
 *
 * It only reads. Links to files inside the pile are followed; links to folders, links that lead out of the pile, that dangle
 * or go round in circles, pipes, sockets and devices, and what cannot be opened each become an issue.
 * @param root - A folder or a file; a link is followed.
 * @param options.archiveDir - An archive folder: where it lies in the pile it is passed over, as it would take itself in.
 * @throws The file system's error when the root itself is not there.
 */
export async function* walkPile(
  root: string,
  options: { readonly archiveDir?: string } = {},
): AsyncIterable<FoundFile | FoundTrouble> {
  const real = await realpath(root, { encoding: "buffer" });
  const stats = await stat(real);
  if (stats.isDirectory()) {
    const archive = options.archiveDir === undefined ? undefined : await findRealPath(options.archiveDir);
    yield* walkFolder({ root: real, folder: Buffer.alloc(0), archive });
    return;
  }
  const name = real.subarray(real.lastIndexOf(sep) + 1);
  yield describe(real, name, stats);
}

interface Place {
  readonly root: Buffer;
  /** Relative to the root, ends in `/` unless empty. */
  readonly folder: Buffer;
  readonly archive: Buffer | undefined;
}

async function* walkFolder({ root, folder, archive }: Place): AsyncIterable<FoundFile | FoundTrouble> {
  if (archive?.equals(absolute(root, folder.subarray(0, -1))) === true) {
    yield trouble(folder.subarray(0, -1), OWN_ARCHIVE);
    return;
  }
  let names: readonly string[];
  try {
    names = await listNames(absolute(root, folder));
  } catch (error) {
    yield trouble(folder.subarray(0, -1), unreadable(error));
    return;
  }
  for (const name of names) {
    const relative = Buffer.concat([folder, Buffer.from(name, "latin1")]);
    if (name.endsWith("/")) yield* walkFolder({ root, folder: relative, archive });
    else yield await findFile(root, relative);
  }
}

// Names as Latin-1 strings: one code unit a byte, so that sorting strings sorts bytes, in half the memory of buffers. A folder's
// name ends in `/`, which puts it where its paths belong.
async function listNames(folder: Buffer): Promise<readonly string[]> {
  const names: string[] = [];
  const encoding = "latin1" as BufferEncoding;
  for await (const entry of await opendir(folder, { encoding, bufferSize: 512 })) {
    const isFolder = entry.isDirectory();
    names.push(isFolder ? `${entry.name}/` : entry.name);
  }
  return names.sort();
}

async function findFile(root: Buffer, relative: Buffer): Promise<FoundFile | FoundTrouble> {
  const path = absolute(root, relative);
  try {
    // Blocking, as it takes a tenth of the time of a call through the thread pool; see `readSource()`.
    const stats = lstatSync(path);
    return stats.isSymbolicLink() ? await followLink(root, relative, path) : describe(path, relative, stats);
  } catch (error) {
    return trouble(relative, unreadable(error));
  }
}

async function followLink(root: Buffer, relative: Buffer, path: Buffer): Promise<FoundFile | FoundTrouble> {
  let target: Buffer;
  try {
    target = await realpath(path, { encoding: "buffer" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return trouble(relative, DANGLING);
    return trouble(relative, code === "ELOOP" ? LOOPING : unreadable(error));
  }
  if (target.equals(root)) return trouble(relative, FOLDER_LINK);
  const inside = Buffer.concat([root, Buffer.from(sep)]);
  if (!target.subarray(0, inside.length).equals(inside)) return trouble(relative, LEADS_OUT);
  const stats = await stat(target);
  return stats.isDirectory() ? trouble(relative, FOLDER_LINK) : describe(target, relative, stats);
}

function describe(source: Buffer, relative: Buffer, stats: Stats): FoundFile | FoundTrouble {
  if (!stats.isFile()) return trouble(relative, SPECIAL_FILE);
  return { type: "file", source, ...pathOf(relative), sizeBytes: stats.size };
}

function trouble(relative: Buffer, issue: Issue): FoundTrouble {
  return { type: "issue", ...pathOf(relative), issue };
}

function pathOf(relative: Buffer): { readonly path: string; readonly rawPathHex?: string } {
  const path = nameOfBytes(relative);
  return Buffer.from(path).equals(relative) ? { path } : { path, rawPathHex: relative.toString("hex") };
}

function absolute(root: Buffer, relative: Buffer): Buffer {
  return relative.length === 0 ? root : Buffer.concat([root, Buffer.from("/"), relative]);
}

async function findRealPath(path: string): Promise<Buffer | undefined> {
  try {
    return await realpath(path, { encoding: "buffer" });
  } catch {
    return undefined;
  }
}

const DANGLING: Issue = { code: "K-003", detail: "The link leads to nothing." };
const LOOPING: Issue = { code: "K-004", detail: "The link leads to itself." };
const LEADS_OUT: Issue = { code: "K-005", detail: "The link leads out of the pile: it was not followed." };
const FOLDER_LINK: Issue = {
  code: "K-007",
  detail: "The link leads to a folder of the same pile, which is walked by itself.",
};
const OWN_ARCHIVE: Issue = {
  code: "K-009",
  detail: "This is the archive itself: it does not take itself in.",
};
