import { FixityError } from "../terms/index.ts";
import { findObjectId } from "./object-id.ts";
import type { HeldFile, HeldObject } from "./held-object.ts";

/** Name of the record inside an object: what was taken in, under which path, with which digests. */
export const ACCESSION_RECORD = "v1/content/accession.json";

const FORMAT = "fanlight-accession-1";

/**
 * Gives the text of an object's `accession.json`: the paths as received, which OCFL alone cannot hold.
 *
 * It has no instant but the one handed in, and names nobody beyond what stands in the paths.
 */
export function makeAccessionRecord(
  object: Omit<HeldObject, "accession" | "sequence" | "generation">,
): string {
  const files = object.files.map((file) => ({
    path: file.path,
    ...(file.rawPathHex === undefined ? {} : { rawPathHex: file.rawPathHex }),
    contentPath: file.contentPath,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    sha512: file.sha512,
  }));
  return `${JSON.stringify({ format: FORMAT, object: object.id, takenAt: object.takenAt, files }, null, 1)}\n`;
}

/**
 * Reads an `accession.json` back.
 *
 * @throws FixityError when the text is not what `makeAccessionRecord()` writes.
 */
export function readAccessionRecord(text: string, objectId: string): HeldObject {
  const record = parse(text);
  const id = findObjectId(objectId);
  if (!isRecord(record) || record.object !== objectId || id === undefined) {
    throw new FixityError(
      `Read the accession record of "${objectId}" failed: restore the object from a copy`,
    );
  }
  return { id: objectId, ...id, takenAt: record.takenAt, files: record.files };
}

interface AccessionRecord {
  readonly object: string;
  readonly takenAt: string;
  readonly files: readonly HeldFile[];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is AccessionRecord {
  if (typeof value !== "object" || value === null) return false;
  const record = value as Record<string, unknown>; // an object of unknown shape, looked at field by field
  return (
    record["format"] === FORMAT &&
    typeof record["object"] === "string" &&
    typeof record["takenAt"] === "string" &&
    Array.isArray(record["files"]) &&
    record["files"].every(isHeldFile)
  );
}

function isHeldFile(value: unknown): value is HeldFile {
  if (typeof value !== "object" || value === null) return false;
  const file = value as Record<string, unknown>; // as above
  return (
    typeof file["path"] === "string" &&
    typeof file["contentPath"] === "string" &&
    typeof file["sha256"] === "string" &&
    typeof file["sha512"] === "string" &&
    typeof file["sizeBytes"] === "number"
  );
}
