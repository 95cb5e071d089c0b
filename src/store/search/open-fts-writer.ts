import { mkdirSync } from "node:fs";
import { sealDatabase } from "../sqlite/seal-database.ts";
import { asStoreError } from "../sqlite/as-store-error.ts";
import { bodiesPath, headsPath, listShards, shardOf } from "./fts-files.ts";
import { BODY_COLUMNS, HEAD_COLUMNS, openFtsFile, type FtsFile } from "./open-fts-file.ts";
import type { SearchDoc, SearchWriter } from "./search-index.ts";

/** Shards kept open at once: an import fills one after the other. */
const OPEN_SHARDS = 2;

interface Row {
  readonly number: number;
  readonly texts: readonly string[];
}

/**
 * Opens the full-text index of an archive for writing: one file of heads, one file of bodies for each 10,000 works.
 *
 * @throws CatalogueError when a file is damaged or from another version.
 */
export function openFtsWriter(dir: string): SearchWriter {
  mkdirSync(dir, { recursive: true });
  const heads = openFtsFile(headsPath(dir), HEAD_COLUMNS);
  const shards = new Map<number, FtsFile>();
  const shardFile = (shard: number): FtsFile => {
    const known = shards.get(shard);
    if (known !== undefined) return known;
    for (const [oldest, file] of shards) {
      if (shards.size < OPEN_SHARDS) break;
      file.connection.close();
      shards.delete(oldest);
    }
    const file = openFtsFile(bodiesPath(dir, shard), BODY_COLUMNS);
    shards.set(shard, file);
    return file;
  };
  return {
    async put(docs) {
      for (const [shard, some] of Map.groupBy(docs, (doc) => shardOf(doc.number))) {
        putRows(shardFile(shard), BODY_COLUMNS, some.map(bodyRow));
      }
      putRows(heads, HEAD_COLUMNS, docs.map(headRow));
    },
    async remove(numbers) {
      removeRows(heads, numbers);
      for (const [shard, some] of Map.groupBy(numbers, shardOf)) removeRows(shardFile(shard), some);
    },
    async seal() {
      sealFile(heads);
      for (const shard of listShards(dir)) sealFile(shardFile(shard));
    },
    async close() {
      for (const file of [heads, ...shards.values()]) file.connection.close();
      shards.clear();
    },
  };
}

function headRow({ number, title, people, summary }: SearchDoc): Row {
  return { number, texts: [title, people, summary] };
}

function bodyRow({ number, title, people, summary, body }: SearchDoc): Row {
  return { number, texts: [`${title}\n${people}\n${summary}`, body] };
}

function putRows(file: FtsFile, columns: readonly string[], rows: readonly Row[]): void {
  const places = columns.map(() => "?").join(", ");
  inTransaction(file, () => {
    const insert = file.connection.prepare(
      `insert into docs (rowid, ${columns.join(", ")}) values (?, ${places})`,
    );
    deleteKnown(
      file,
      rows.map((row) => row.number),
    );
    for (const { number, texts } of rows) insert.run(number, ...texts);
  });
}

function removeRows(file: FtsFile, numbers: readonly number[]): void {
  inTransaction(file, () => deleteKnown(file, numbers));
}

/** Deletes those that are there, and notes that their words are still in the bytes. */
function deleteKnown({ connection }: FtsFile, numbers: readonly number[]): void {
  const find = connection.prepare("select 1 from docs_docsize where id = ?");
  const remove = connection.prepare("delete from docs where rowid = ?");
  const known = numbers.filter((number) => find.get(number) !== undefined);
  for (const number of known) remove.run(number);
  if (known.length > 0) connection.exec("insert or ignore into unsealed (id) values (1)");
}

/**
 * Rewrites a file that had documents removed. `optimize` alone leaves the words in free pages, and FTS5's own
 * `secure-delete` does nothing for contentless tables: the vacuum after it is what takes them out.
 */
function sealFile(file: FtsFile): void {
  if (file.connection.prepare("select 1 from unsealed").get() === undefined) return;
  inTransaction(file, () => file.connection.exec("insert into docs (docs) values ('optimize')"));
  sealDatabase(file.connection, file.path);
  file.connection.exec("delete from unsealed");
}

function inTransaction({ connection, path }: FtsFile, work: () => void): void {
  try {
    connection.exec("begin immediate");
    work();
    connection.exec("commit");
  } catch (error) {
    if (connection.isTransaction) connection.exec("rollback");
    throw asStoreError(error, path);
  }
}
