import { existsSync } from "node:fs";
import { headsPath, listShards, SHARD_WORKS, shardOf } from "../../search/fts-files.ts";
import type { Db } from "../db.ts";

/** Notes that works whose index file is gone have to be indexed again: the index may be thrown away at any time. */
export async function noticeLostIndex(db: Db, dir: string): Promise<void> {
  const there = existsSync(headsPath(dir)) ? new Set(listShards(dir)) : new Set<number>();
  for (const shard of await listIndexedShards(db)) {
    if (there.has(shard)) continue;
    await db
      .updateTable("work")
      .set({ indexed: 0 })
      .where("number", ">=", shard * SHARD_WORKS)
      .where("number", "<", (shard + 1) * SHARD_WORKS)
      .execute();
  }
}

/** The shards that hold works by what the catalogue says. */
async function listIndexedShards(db: Db): Promise<readonly number[]> {
  const shards: number[] = [];
  for (let from = 0; ;) {
    const first = await db
      .selectFrom("work")
      .select("number")
      .where("indexed", "=", 1)
      .where("number", ">=", from)
      .orderBy("number")
      .limit(1)
      .executeTakeFirst();
    if (first === undefined) return shards;
    shards.push(shardOf(first.number));
    from = (shardOf(first.number) + 1) * SHARD_WORKS;
  }
}
