import { asStoreError } from "../sqlite/as-store-error.ts";
import { collectNumbers, numbersBetween } from "./collect-numbers.ts";
import { bodiesPath, headsPath, listShards, shardOf } from "./fts-files.ts";
import { makeFtsQuery, type FtsQuery } from "./make-fts-query.ts";
import { findFtsReader, type FtsFile } from "./open-fts-file.ts";
import { rankNumbers } from "./rank-numbers.ts";
import type { SearchHit, SearchOptions, SearchReader, SearchResult } from "./search-index.ts";

/** Works looked at for one query at most: FTS5 scores every hit, so the work has to be bounded. */
const MOST_FOUND = 2000;

/** More hits than these come newest first: scoring them would take longer than a page may. */
const MOST_RANKED = 1000;

/** A word in the title says more than one in the summary. */
const HEAD_WEIGHTS = [10, 5, 2];
const BODY_WEIGHTS = [3, 1];

interface FtsShard {
  readonly shard: number;
  readonly file: FtsFile;
}

const NOTHING: SearchResult = { hits: [], total: 0, cut: false };

/** Opens the full-text index of an archive for reading; an index that is not there yet has no documents. */
export function openFtsSearch(dir: string): SearchReader {
  const files = new Map<string, FtsFile>();
  const findFile = (path: string): FtsFile | undefined => {
    const file = files.get(path) ?? findFtsReader(path);
    if (file !== undefined) files.set(path, file);
    return file;
  };
  const listBodies = (): readonly FtsShard[] =>
    [...listShards(dir)].reverse().flatMap((shard) => {
      const file = findFile(bodiesPath(dir, shard));
      return file === undefined ? [] : [{ shard, file }];
    });
  return {
    async query(query, options) {
      const match = makeFtsQuery(query);
      if (match === undefined) return NOTHING;
      try {
        const heads = findFile(headsPath(dir));
        return heads === undefined ? NOTHING : findHits(heads, listBodies(), match, options);
      } catch (error) {
        throw asStoreError(error, dir);
      }
    },
    async close() {
      for (const file of files.values()) file.connection.close();
      files.clear();
    },
  };
}

function findHits(
  heads: FtsFile,
  shards: readonly FtsShard[],
  match: FtsQuery,
  { limit, offset = 0, filter = () => true }: SearchOptions,
): SearchResult {
  const inHead = collectNumbers(heads, match.all, MOST_FOUND + 1, filter);
  const heading = new Set(inHead);
  const enough = MOST_FOUND + 1 - inHead.length;
  const inBody = findInBodies(shards, match, enough, (number) => !heading.has(number) && filter(number));
  const cut = inHead.length + inBody.length > MOST_FOUND;
  const headHits = rankHeads(heads, match, dropRefused(inHead, shards, match.none));
  const bodyHits = rankBodies(shards, match, inBody);
  const hits = [
    ...headHits.map((number): SearchHit => ({ number, where: "head" })),
    ...bodyHits.map((number): SearchHit => ({ number, where: "body" })),
  ].slice(0, MOST_FOUND);
  return { hits: hits.slice(offset, offset + limit), total: hits.length, cut };
}

/** The newest first: a later shard has later works. */
function findInBodies(
  shards: readonly FtsShard[],
  match: FtsQuery,
  enough: number,
  passes: (number: number) => boolean,
): readonly number[] {
  const wanted = match.none === undefined ? match.all : `(${match.all}) NOT (${match.none})`;
  const found: number[] = [];
  for (const { file } of shards) {
    if (found.length >= enough) break;
    found.push(...collectNumbers(file, wanted, enough - found.length, passes));
  }
  return found;
}

/** What must not be there may stand in the text of a work whose title matches. */
function dropRefused(
  numbers: readonly number[],
  shards: readonly FtsShard[],
  none: string | undefined,
): readonly number[] {
  if (none === undefined) return numbers;
  const refused = new Set<number>();
  for (const { shard, file } of shards) {
    const own = numbers.filter((number) => shardOf(number) === shard);
    if (own.length === 0) continue;
    for (const number of numbersBetween(file, none, own.at(-1) ?? 0, own[0] ?? 0)) refused.add(number);
  }
  return numbers.filter((number) => !refused.has(number));
}

function rankHeads(heads: FtsFile, match: FtsQuery, numbers: readonly number[]): readonly number[] {
  if (numbers.length > MOST_RANKED) return numbers;
  return sortByRank(numbers, rankNumbers(heads, match.all, HEAD_WEIGHTS, spanOf(numbers)));
}

function rankBodies(
  shards: readonly FtsShard[],
  match: FtsQuery,
  numbers: readonly number[],
): readonly number[] {
  if (numbers.length > MOST_RANKED) return numbers;
  const ranks = new Map<number, number>();
  for (const { shard, file } of shards) {
    const own = numbers.filter((number) => shardOf(number) === shard);
    if (own.length === 0) continue;
    for (const [number, rank] of rankNumbers(file, match.all, BODY_WEIGHTS, spanOf(own)))
      ranks.set(number, rank);
  }
  return sortByRank(numbers, ranks);
}

function sortByRank(numbers: readonly number[], ranks: ReadonlyMap<number, number>): readonly number[] {
  return numbers.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || b - a);
}

/** Of numbers that stand the highest first. */
function spanOf(numbers: readonly number[]): { readonly from: number; readonly to: number } {
  return { from: numbers.at(-1) ?? 0, to: numbers[0] ?? 0 };
}
