import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Works in one file of bodies: few enough that a file can be rewritten in seconds when a work is erased. */
export const SHARD_WORKS = 10_000;

/** Raised with every change of the tables or of what goes into them. */
export const INDEX_VERSION = 1;

/** The file of titles, people and summaries of all works. */
export function headsPath(dir: string): string {
  return join(dir, "heads.sqlite");
}

/** The file of the story texts of one shard. */
export function bodiesPath(dir: string, shard: number): string {
  return join(dir, `bodies-${String(shard).padStart(4, "0")}.sqlite`);
}

/** Which shard a work belongs to. */
export function shardOf(number: number): number {
  return Math.floor(number / SHARD_WORKS);
}

/** The shards that exist, lowest first; none when there is no index. */
export function listShards(dir: string): readonly number[] {
  let names: readonly string[];
  try {
    names = readdirSync(dir);
  } catch {
    return [];
  }
  const shards = names.flatMap((name) => {
    const found = /^bodies-(\d+)\.sqlite$/.exec(name);
    return found === null ? [] : [Number(found[1])];
  });
  return shards.sort((a, b) => a - b);
}
