import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { CatalogueError } from "../../terms/index.ts";
import { asStoreError } from "../sqlite/as-store-error.ts";
import { openSqliteReader, openSqliteWriter } from "../sqlite/open-sqlite.ts";
import { INDEX_VERSION } from "./fts-files.ts";

/** One file of the index. `docs` is its full-text table; its columns are what tells heads from bodies. */
export interface FtsFile {
  readonly path: string;
  readonly connection: DatabaseSync;
}

export const HEAD_COLUMNS = ["title", "people", "summary"] as const;

/** `head` again beside the body, so that a query can have one word from the title and one from the text. */
export const BODY_COLUMNS = ["head", "body"] as const;

/** Opens a file of the index for writing, and makes it when it is not there. */
export function openFtsFile(path: string, columns: readonly string[]): FtsFile {
  const connection = openSqliteWriter(path, {
    cacheMiB: 8,
    pageBytes: 16_384,
    synchronous: "full",
    secureDelete: false,
  });
  return checked({ path, connection }, () => {
    if (versionOf(connection, path) === 0) makeTables(connection, columns);
  });
}

/** Opens a file of the index for reading; undefined when it is not there, or the writer is just making it. */
export function findFtsReader(path: string): FtsFile | undefined {
  if (!existsSync(path)) return undefined;
  const connection = openSqliteReader(path);
  if (versionOf(connection, path) !== 0) return checked({ path, connection }, () => {});
  connection.close();
  return undefined;
}

function checked(file: FtsFile, prepare: () => void): FtsFile {
  try {
    prepare();
  } catch (error) {
    file.connection.close();
    throw asStoreError(error, file.path);
  }
  if (versionOf(file.connection, file.path) === INDEX_VERSION) return file;
  file.connection.close();
  throw new CatalogueError(
    `Cannot read "${file.path}": another version of Fanlight made it: run "fanlight rebuild"`,
  );
}

function versionOf(connection: DatabaseSync, path: string): unknown {
  try {
    return connection.prepare("pragma user_version").get()?.["user_version"];
  } catch (error) {
    connection.close();
    throw asStoreError(error, path);
  }
}

/**
 * Contentless, as the texts are kept elsewhere. `contentless_delete` makes removal possible at all; `hashsize` holds a
 * whole batch before it is written, which saves a quarter of the time; without `automerge` an import writes a third of
 * the bytes, and a query takes half as long again until the file is sealed.
 */
function makeTables(connection: DatabaseSync, columns: readonly string[]): void {
  connection.exec(`
    begin immediate;
    create virtual table docs using fts5(
      ${columns.join(", ")}, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
    );
    insert into docs (docs, rank) values ('pgsz', 16000), ('hashsize', 67108864), ('automerge', 0), ('crisismerge', 32);
    create table unsealed (id integer primary key) strict;
    pragma user_version = ${INDEX_VERSION};
    commit;
  `);
}
