import { sql } from "kysely";
import type { Db } from "./db.ts";
import type { CatalogueTables } from "./schema.ts";

/** One row of a dump: its table, and its columns by name; JSON columns as what they hold. */
export interface DumpRow {
  readonly table: keyof CatalogueTables;
  readonly row: Readonly<Record<string, unknown>>;
}

interface DumpedTable {
  readonly table: keyof CatalogueTables;
  readonly key: readonly string[];
  readonly json?: readonly string[];
  /** Internal columns: they differ between catalogues that are equal. */
  readonly omit?: readonly string[];
}

/** In the order of a dump. What waits for the search index and what counts writes is no part of what the catalogue says. */
const TABLES: readonly DumpedTable[] = [
  { table: "accession", key: ["id"] },
  { table: "claim", key: ["story", "ordinal"], json: ["qualifiers"] },
  { table: "issue", key: ["original", "ordinal"] },
  { table: "kept_out", key: ["digest"] },
  { table: "meta", key: ["key"] },
  // How custody packs originals into objects depends on where an import was stopped: no part of what the catalogue says.
  { table: "original", key: ["id"], omit: ["object", "content_path"] },
  { table: "reading", key: ["id"], json: ["steps", "pieces", "private_spans"] },
  { table: "story", key: ["id"] },
  {
    table: "work",
    key: ["id"],
    json: ["creators", "fandoms", "pairings", "warnings", "missing_parts"],
    omit: ["number", "indexed"],
  },
  { table: "work_mark", key: ["work"] },
];

const SAID_OF_ITSELF: ReadonlySet<unknown> = new Set(["schema_version", "vocabulary_hash"]);

/**
 * Gives the whole catalogue as it stood at one moment, in canonical order: equal catalogues give equal rows.
 *
 * Shape: tables by name, rows by key, columns by name. Unmasked: who writes it out masks it.
 */
export async function* dumpCatalogue(db: Db): AsyncGenerator<DumpRow> {
  const snapshot = await db.startTransaction().execute();
  try {
    for (const { table, key, json = [], omit = [] } of TABLES) {
      const keys = sql.join(key.map((column) => sql.ref(column)));
      const rows = snapshot.selectFrom(table).selectAll().orderBy(keys).stream();
      for await (const row of rows as AsyncIterable<Record<string, unknown>>) {
        if (table === "meta" && !SAID_OF_ITSELF.has(row["key"])) continue;
        yield { table, row: canonicalRow(row, json, omit) };
      }
    }
  } finally {
    await snapshot.rollback().execute();
  }
}

function canonicalRow(
  row: Record<string, unknown>,
  json: readonly string[],
  omit: readonly string[],
): Record<string, unknown> {
  const columns = Object.keys(row).filter((column) => !omit.includes(column));
  return Object.fromEntries(
    columns.sort().map((column) => [column, readColumn(row[column], json.includes(column))]),
  );
}

function readColumn(value: unknown, isJson: boolean): unknown {
  return isJson && typeof value === "string" ? JSON.parse(value) : value;
}
