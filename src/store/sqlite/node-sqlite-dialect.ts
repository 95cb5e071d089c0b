import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from "kysely";
import { CompiledQuery as Raw, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";

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

const KEPT_STATEMENTS = 200;

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

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(Raw.raw(this.#options.writes ? "begin immediate" : "begin"));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(Raw.raw("commit"));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(Raw.raw("rollback"));
  }

  async destroy(): Promise<void> {
    for (const connection of this.#all) connection.close();
  }
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #db: DatabaseSync;
  readonly #mapError: (error: unknown) => unknown;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync, mapError: (error: unknown) => unknown) {
    this.#db = db;
    this.#mapError = mapError;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = this.#prepare(query.sql);
      const parameters = query.parameters as SQLInputValue[]; // our columns hold nothing else
      if (statement.columns().length > 0) return { rows: statement.all(...parameters) as R[] };
      return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
    } catch (error) {
      throw this.#mapError(error);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    try {
      const parameters = query.parameters as SQLInputValue[]; // as above
      for (const row of this.#db.prepare(query.sql).iterate(...parameters)) yield { rows: [row as R] };
    } catch (error) {
      throw this.#mapError(error);
    }
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): StatementSync {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear();
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
