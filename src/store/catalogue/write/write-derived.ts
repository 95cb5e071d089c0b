import type { Db } from "../db.ts";
import type { Issue, Role } from "../../../terms/index.ts";
import type { DerivedBatch, DerivedOriginal } from "../records.ts";
import { claimToRow } from "../rows/claim-row.ts";
import { issueToRow } from "../rows/issue-row.ts";
import { originalToRow } from "../rows/original-row.ts";
import { readingToRow } from "../rows/reading-row.ts";
import { storyToRow } from "../rows/story-row.ts";
import { deleteOriginals } from "./delete-originals.ts";
import { inChunks } from "../in-chunks.ts";
import { insertRows } from "./insert-rows.ts";
import { removeEmptyWorks } from "./remove-empty-works.ts";

/** A story's place in a work, kept when the story is derived again under the same id. */
interface Membership {
  readonly work: string | null;
  readonly place: number | null;
  readonly role: Role | null;
}

const NONE: Membership = { work: null, place: null, role: null };

/**
 * Writes originals with all that was derived from them; each replaces what the same original had before.
 *
 * A story that comes back under its old id stays in its work. Call it inside a transaction.
 */
export async function writeDerived(db: Db, batch: DerivedBatch): Promise<void> {
  const memberships = await takeMemberships(db, batch.originals);
  await insertRows(db, "original", batch.originals.map(originalToRow));
  await insertReadings(db, batch.originals, memberships);
  await insertRows(
    db,
    "issue",
    batch.originals.flatMap((original) => issueRows(original)),
  );
  await insertRows(db, "object", batch.objects, { key: "id", columns: ["accession", "files"] });
  for (const { id, source } of batch.accessions ?? []) {
    await db.updateTable("accession").set({ source }).where("id", "=", id).execute();
  }
  const works = [...memberships.values()].flatMap(({ work }) => (work === null ? [] : [work]));
  await removeEmptyWorks(db, works);
}

async function insertReadings(
  db: Db,
  originals: readonly DerivedOriginal[],
  memberships: ReadonlyMap<string, Membership>,
): Promise<void> {
  const readings: object[] = [];
  const stories: object[] = [];
  const claims: object[] = [];
  for (const original of originals) {
    for (const reading of original.readings) {
      readings.push(readingToRow(original.original.id, reading));
      const owner = {
        reading: reading.id,
        original: original.original.id,
        accession: original.original.accession,
      };
      for (const story of reading.stories) {
        stories.push(storyToRow({ ...story, ...owner, ...(memberships.get(story.id) ?? NONE) }));
        story.claims.forEach((claim, ordinal) => claims.push(claimToRow(story.id, ordinal, claim)));
      }
    }
  }
  await insertRows(db, "reading", readings);
  await insertRows(db, "story", stories);
  await insertRows(db, "claim", claims);
}

/** Those of the original first, then those of its readings. */
function issueRows({ original, issues, readings }: DerivedOriginal): object[] {
  const all: readonly { reading: string | null; issue: Issue }[] = [
    ...issues.map((issue) => ({ reading: null, issue })),
    ...readings.flatMap((reading) => reading.issues.map((issue) => ({ reading: reading.id, issue }))),
  ];
  return all.map(({ reading, issue }, ordinal) => issueToRow(original.id, ordinal, reading, issue));
}

/** Deletes what the originals had and tells which of their stories stood in a work. */
async function takeMemberships(
  db: Db,
  originals: readonly DerivedOriginal[],
): Promise<ReadonlyMap<string, Membership>> {
  const memberships = new Map<string, Membership>();
  const known: string[] = [];
  for (const ids of inChunks(originals.map(({ original }) => original.id))) {
    const rows = await db.selectFrom("original").select("id").where("id", "in", ids).execute();
    known.push(...rows.map((row) => row.id));
  }
  for (const ids of inChunks(known)) {
    const rows = await db
      .selectFrom("story")
      .select(["id", "work", "place", "role"])
      .where("original", "in", ids)
      .where("work", "is not", null)
      .execute();
    for (const row of rows) memberships.set(row.id, row as Membership); // role has no other writer than writeWorks
  }
  await deleteOriginals(db, known);
  return memberships;
}
