/** Test program: writes stories and their works, fifty a batch, until it is killed. */
import type { DerivedBatch } from "../../src/store/catalogue/records.ts";
import { inventBatch, inventWork } from "./invent-derived.ts";
import { openWriterDb } from "../../src/store/catalogue/open-writer-db.ts";
import { storePathsOf } from "../../src/store/catalogue/store-paths.ts";
import { writeBatch } from "../../src/store/catalogue/write/write-batch.ts";
import { writeDerived } from "../../src/store/catalogue/write/write-derived.ts";
import { writeWorks } from "../../src/store/catalogue/write/write-works.ts";

const { db } = await openWriterDb(storePathsOf(process.argv[2] ?? "").catalogue, 16);
const { from } = await db
  .selectFrom("story")
  .select(({ fn }) => fn.countAll<number>().as("from"))
  .executeTakeFirstOrThrow();
for (let n = from; ; n += 50) {
  const batch: DerivedBatch = inventBatch(n, 50);
  const works = Array.from({ length: 50 }, (_, i) => inventWork(n + i));
  await writeBatch(db, async (trx) => {
    await writeDerived(trx, batch);
    await writeWorks(trx, {
      works,
      members: works.map(({ id }) => ({ story: id.replace("w", "s"), work: id, place: 1, role: "shown" })),
    });
  });
  if (n === from) process.send?.("writing");
}
