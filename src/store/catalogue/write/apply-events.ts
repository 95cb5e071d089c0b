import { expressionBuilder } from "kysely";
import type { JournalEvent, JournalLine } from "../../../terms/index.ts";
import type { Db } from "../db.ts";
import type { CatalogueTables } from "../schema.ts";
import { refreshWorkFlags } from "./refresh-work-flags.ts";

/**
 * Applies journal events in order and remembers the last one's number with them.
 *
 * Lines that were applied before are skipped, so that applying again changes nothing. An erased work's rows go when its
 * objects are deleted; the mark and the keyed digests stay. Call it inside a transaction.
 */
export async function applyEvents(db: Db, lines: readonly JournalLine[]): Promise<void> {
  const { value } = await db
    .selectFrom("meta")
    .select("value")
    .where("key", "=", "applied_seq")
    .executeTakeFirstOrThrow();
  let applied = Number(value);
  for (const line of lines) {
    if (line.seq <= applied) continue;
    await applyEvent(db, line.event);
    applied = line.seq;
  }
  await db
    .updateTable("meta")
    .set({ value: String(applied) })
    .where("key", "=", "applied_seq")
    .execute();
}

async function applyEvent(db: Db, event: JournalEvent): Promise<void> {
  switch (event.type) {
    case "archive-made":
      return;
    case "accession-begun":
      return beginAccession(db, event.accession, event.sealed);
    case "accession-ended":
      await db.updateTable("accession").set({ ended: 1 }).where("id", "=", event.accession).execute();
      return;
    case "opened":
      return setOpened(db, event.accession, 1);
    case "closed":
      return setOpened(db, event.accession, 0);
    case "work-withdrawn":
      return markWork(db, event.work, { withdrawn: 1 });
    case "work-erased":
      await keepOut(db, event.keptOut);
      return markWork(db, event.work, { erased: 1 });
  }
}

async function beginAccession(db: Db, id: string, sealed: string): Promise<void> {
  await db
    .insertInto("accession")
    .values({ id, sequence: Number(id.replace(/\D/g, "")), opened: 0, ended: 0, source: "", sealed })
    .onConflict((c) => c.column("id").doUpdateSet({ sealed }))
    .execute();
}

async function setOpened(db: Db, accession: string, opened: 0 | 1): Promise<void> {
  await db.updateTable("accession").set({ opened }).where("id", "=", accession).execute();
  const eb = expressionBuilder<CatalogueTables, "work">();
  const works = eb
    .selectFrom("story")
    .select("story.work")
    .where("story.accession", "=", accession)
    .where("story.work", "is not", null);
  await refreshWorkFlags(db, eb("work.id", "in", works));
}

async function markWork(db: Db, work: string, mark: { withdrawn?: 1; erased?: 1 }): Promise<void> {
  await db
    .insertInto("work_mark")
    .values({ work, withdrawn: 0, erased: 0, ...mark })
    .onConflict((c) => c.column("work").doUpdateSet(mark))
    .execute();
  await refreshWorkFlags(db, expressionBuilder<CatalogueTables, "work">()("id", "=", work));
}

async function keepOut(db: Db, digests: readonly string[]): Promise<void> {
  for (const digest of digests) {
    await db
      .insertInto("kept_out")
      .values({ digest })
      .onConflict((c) => c.column("digest").doNothing())
      .execute();
  }
}
