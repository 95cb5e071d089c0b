import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";

/** Prepared statements kept a connection; an archive's queries are far fewer. */
const KEPT_STATEMENTS = 200;

/** One connection as Kysely wants it: statements are prepared once, errors mapped. */
export class NodeSqliteConnection implements DatabaseConnection {
  readonly #db: DatabaseSync;
  readonly #mapError: (error: unknown) => unknown;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync, mapError: (error: unknown) => unknown) {
    this.#db = db;
    this.#mapError = mapError;
  }

  /** False also after an error that made SQLite roll back by itself, such as a full disk. */
  get isTransaction(): boolean {
    return this.#db.isTransaction;
  }

  /** Runs SQL that gives nothing back. */
  run(sql: string): void {
    try {
      this.#db.exec(sql);
    } catch (error) {
      throw this.#mapError(error);
    }
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
      // a statement of its own, as a kept one would be started again by the same query beside the stream
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
