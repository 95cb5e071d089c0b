import type { DatabaseSync } from "node:sqlite";
import type { DatabaseConnection, Dialect, Driver } from "kysely";
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import { NodeSqliteConnection } from "./node-sqlite-connection.ts";

/** How the dialect gets its connections. */
export interface NodeSqliteOptions {
  /** Opens one connection; called at most `connections` times, the first time when the first query runs. */
  readonly open: () => DatabaseSync;
  readonly connections: number;
  /** Takes the write lock when a transaction begins, so that it waits for another writer instead of failing half-way. */
  readonly writes: boolean;
  /** Maps what SQLite throws. */
  readonly mapError: (error: unknown) => unknown;
}

/** Kysely on `node:sqlite`: its SQLite compiler with a small driver of our own, as `node:sqlite` has another shape than better-sqlite3. */
export function nodeSqliteDialect(options: NodeSqliteOptions): Dialect {
  return {
    createAdapter: () => new PooledSqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(options),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Kysely's own says there is but one connection, and would make queries wait for a stream to end. */
class PooledSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class NodeSqliteDriver implements Driver {
  readonly #options: NodeSqliteOptions;
  readonly #all: NodeSqliteConnection[] = [];
  readonly #free: NodeSqliteConnection[] = [];
  readonly #waiting: ((connection: NodeSqliteConnection) => void)[] = [];

  constructor(options: NodeSqliteOptions) {
    this.#options = options;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#all.length >= this.#options.connections) return new Promise((give) => this.#waiting.push(give));
    const connection = new NodeSqliteConnection(this.#options.open(), this.#options.mapError);
    this.#all.push(connection);
    return connection;
  }

  async releaseConnection(connection: NodeSqliteConnection): Promise<void> {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(connection);
    else next(connection);
  }

  async beginTransaction(connection: NodeSqliteConnection): Promise<void> {
    connection.run(this.#options.writes ? "begin immediate" : "begin");
  }

  async commitTransaction(connection: NodeSqliteConnection): Promise<void> {
    connection.run("commit");
  }

  async rollbackTransaction(connection: NodeSqliteConnection): Promise<void> {
    if (connection.isTransaction) connection.run("rollback");
  }

  async destroy(): Promise<void> {
    for (const connection of this.#all) connection.close();
  }
}
