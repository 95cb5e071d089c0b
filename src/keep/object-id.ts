import { UsageError } from "../terms/index.ts";

/** The parts of an object's id. */
export interface ObjectId {
  readonly accession: string;
  readonly sequence: number;
  readonly generation: number;
}

const FORM = /^urn:fanlight:([a-z0-9][a-z0-9-]{0,63}):(\d{4,9})(?:~(\d{1,6}))?$/;

/**
 * Gives the id of an object: `urn:fanlight:r1:0001`, and `urn:fanlight:r1:0001~2` for its redacted successor.
 *
 * @throws UsageError when the accession has other signs than lower-case letters, digits and hyphens.
 */
export function formatObjectId(accession: string, sequence: number, generation = 1): string {
  const base = `urn:fanlight:${accession}:${String(sequence).padStart(4, "0")}`;
  const id = generation === 1 ? base : `${base}~${generation}`;
  if (findObjectId(id) === undefined) {
    throw new UsageError(`Name the object otherwise: "${id}" is not of the form urn:fanlight:r1:0001`);
  }
  return id;
}

/** Takes an object's id apart; `undefined` for an id of another shape. */
export function findObjectId(id: string): ObjectId | undefined {
  const parts = FORM.exec(id);
  if (parts === null) return undefined;
  return {
    accession: parts[1] ?? "",
    sequence: Number(parts[2]),
    generation: parts[3] === undefined ? 1 : Number(parts[3]),
  };
}

/** Orders ids as they were taken in: `r2` before `r10`, then by sequence, then by generation. */
export function compareObjectIds(left: string, right: string): number {
  const a = findObjectId(left);
  const b = findObjectId(right);
  if (a === undefined || b === undefined) return compareText(left, right);
  return (
    compareAccessions(a.accession, b.accession) || a.sequence - b.sequence || a.generation - b.generation
  );
}

function compareAccessions(left: string, right: string): number {
  const a = /^r(\d{1,15})$/.exec(left)?.[1];
  const b = /^r(\d{1,15})$/.exec(right)?.[1];
  if (a === undefined || b === undefined) return compareText(left, right);
  return Number(a) - Number(b);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
