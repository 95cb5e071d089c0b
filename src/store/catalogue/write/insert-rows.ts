import type { CompiledQuery } from "kysely";
import type { Db } from "../db.ts";
import type { CatalogueTables } from "../schema.ts";

/** Rows of one statement. One compiled statement per table serves all full runs, as compiling costs more than inserting. */
const ROWS_AT_ONCE = 32;

const compiled = new Map<string, CompiledQuery>();

/**
 * Inserts many rows quickly: many a statement, each statement compiled once.
 *
 * @param rows - All with the same columns in the same order, as one mapper makes them; none of them generated.
 * @param replace - What to do when a row is there already: which column says so, and which columns then change.
 */
export async function insertRows(
  db: Db,
  table: keyof CatalogueTables,
  rows: readonly object[],
  replace?: { readonly key: string; readonly columns: readonly string[] },
): Promise<void> {
  let at = 0;
  while (at < rows.length) {
    const count = rows.length - at >= ROWS_AT_ONCE ? ROWS_AT_ONCE : 1;
    const chunk = rows.slice(at, at + count);
    const parameters = chunk.flatMap((row) => Object.values(row) as unknown[]);
    await db.executeQuery({ ...statementFor(db, table, chunk, replace), parameters });
    at += count;
  }
}

function statementFor(
  db: Db,
  table: keyof CatalogueTables,
  chunk: readonly object[],
  replace: { readonly key: string; readonly columns: readonly string[] } | undefined,
): CompiledQuery {
  const key = `${table} ${chunk.length} ${replace === undefined}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const template = chunk.map((row) => Object.fromEntries(Object.keys(row).map((column) => [column, ""])));
  // the template has the rows' own columns, so it can be inserted where the rows can
  const insert = db.insertInto(table).values(template);
  const query =
    replace === undefined
      ? insert
      : insert.onConflict((c) =>
          c
            .column(replace.key as never)
            .doUpdateSet(
              (eb) =>
                Object.fromEntries(
                  replace.columns.map((column) => [column, eb.ref(`excluded.${column}` as never)]),
                ) as never,
            ),
        );
  const statement = query.compile();
  compiled.set(key, statement);
  return statement;
}
