import type { Kysely } from "kysely";
import type { CatalogueTables } from "./schema.ts";

/** What every query takes: a catalogue, or a transaction on it. */
export type Db = Kysely<CatalogueTables>;
