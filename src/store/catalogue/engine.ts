import type { RawBuilder } from "kysely";
import { sql } from "kysely";

/** All that differs between the databases and is not driver or compiler. Past ten members needs a written reason. */
export interface Engine {
  readonly id: "sqlite";
  /** Column type for sizes that may pass 2^31. */
  readonly bigInteger: "integer" | "bigint";
  /** After `create table (...)`: makes the database refuse text in an integer column. */
  readonly tableSuffix: RawBuilder<unknown>;
  /** The same, for tables stored in the order of their key. */
  readonly clusteredSuffix: RawBuilder<unknown>;
}

export const sqliteEngine: Engine = {
  id: "sqlite",
  bigInteger: "integer",
  tableSuffix: sql`strict`,
  clusteredSuffix: sql`strict, without rowid`,
};
