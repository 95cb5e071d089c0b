import { CatalogueError } from "../../terms/index.ts";
import type { Db } from "./db.ts";
import { SCHEMA_VERSION } from "./schema.ts";

/**
 * Makes sure that a catalogue was made by this version.
 *
 * @throws CatalogueError when it was not, or holds nothing: there are no migrations, it is made again.
 */
export async function checkSchemaVersion(db: Db, path: string): Promise<void> {
  const row = await db
    .selectFrom("meta")
    .select("value")
    .where("key", "=", "schema_version")
    .executeTakeFirst();
  const found = Number(row?.value);
  if (found === SCHEMA_VERSION) return;
  if (found > SCHEMA_VERSION) {
    throw new CatalogueError(
      `Cannot read "${path}": a newer version of Fanlight made it: use that version, or run "fanlight rebuild"`,
    );
  }
  throw new CatalogueError(
    `Cannot read "${path}": an older version of Fanlight made it: run "fanlight rebuild"`,
  );
}
