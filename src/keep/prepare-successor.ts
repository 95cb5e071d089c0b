import { createReadStream } from "node:fs";
import { join } from "node:path";
import { NotFoundError, StorageError, type ByteRange } from "../terms/index.ts";
import { blankRanges } from "./blank-ranges.ts";
import type { HeldFile, HeldObject } from "./held-object.ts";
import { formatObjectId } from "./object-id.ts";
import { objectFolder } from "./ocfl/object-folder.ts";
import { ObjectStaging } from "./object-staging.ts";
import { purgeObject } from "./purge-object.ts";

/** What an erasure changes in one file; `path` as the object holds it. */
export type Redaction =
  | {
      readonly path: string;
      /** The file goes, with its path, digests and size. */
      readonly remove: true;
    }
  | {
      readonly path: string;
      /** These bytes become spaces; line ends stay, so that the offsets of other stories stay true. */
      readonly blank: readonly ByteRange[];
      /** New path, where the old one tells what is to be forgotten. */
      readonly rename?: string;
    };

/**
 * Commits the redacted successor of an object beside it; the old one is left for `purgeObject()`, once the journal knows.
 *
 * The same object and redactions give the same bytes: the successor keeps the old instant. A successor that an earlier run left
 * is made anew. Equal files share their bytes: to be rid of them, name every path that has them.
 * @returns The successor, `...~2` for the first.
 * @throws NotFoundError when the object holds no such path.
 */
export async function prepareSuccessor(
  archiveDir: string,
  object: HeldObject,
  redactions: readonly Redaction[],
): Promise<HeldObject> {
  const byPath = new Map(redactions.map((redaction) => [redaction.path, redaction]));
  const held = new Set(object.files.map((file) => file.path));
  for (const path of byPath.keys()) {
    if (!held.has(path))
      throw new NotFoundError(`Redact a file of "${object.id}" failed: it holds no such path`);
  }
  const id = formatObjectId(object.accession, object.sequence, object.generation + 1);
  await purgeObject(archiveDir, id);
  const staging = await ObjectStaging.open(archiveDir, id);
  try {
    const root = join(archiveDir, "originals", objectFolder(object.id));
    for (const file of object.files) await placeFile(staging, root, file, byPath.get(file.path));
    return await staging.commit(object.takenAt);
  } catch (error) {
    await staging.discard();
    throw error;
  }
}

async function placeFile(
  staging: ObjectStaging,
  root: string,
  file: HeldFile,
  redaction: Redaction | undefined,
): Promise<void> {
  const from = join(root, file.contentPath);
  if (redaction === undefined) {
    await staging.carry(file, from);
    return;
  }
  if ("remove" in redaction) return;
  const added = await staging.add({
    path: redaction.rename ?? file.path,
    ...(file.rawPathHex === undefined || redaction.rename !== undefined
      ? {}
      : { rawPathHex: file.rawPathHex }),
    source: () => blankRanges(createReadStream(from), redaction.blank),
  });
  if (added.type === "issue") {
    throw new StorageError(
      `Read "${from}" failed while it was redacted: check the disk. ${added.issue.detail}`,
    );
  }
}
