/** What may be bound to a statement. The engine would take an object for values by name. */
export type Value = number | string | null;

/** A row as the engine gives it, columns by name. */
export type Row = Readonly<Record<string, unknown>>;

/** A prepared statement, as far as it is used here. */
interface Statement {
  run(...values: Value[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  all(...values: Value[]): readonly unknown[];
}

/** The part of Node's own `node:sqlite` that is used here; Electron 33 does not have it yet. */
export interface RawDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

/** Opens a database file, which it creates when it is not there and it may write. */
export type Engine = new (file: string, how?: { readonly readOnly?: boolean }) => RawDatabase;

/** An open database. All calls are synchronous and throw what SQLite says. */
export interface Connection {
  /** Runs one or more statements without values. */
  exec(sql: string): void;
  /** Runs one statement and gives how many rows it changed. */
  run(sql: string, ...values: readonly Value[]): number;
  all(sql: string, ...values: readonly Value[]): readonly Row[];
  /** All of the work or nothing of it. */
  transact<T>(work: () => T): T;
  /** Moves everything into the one file and lets go of it. */
  close(): void;
}

/** Loads the native engine. Slow for a start, therefore asked for with the first use. */
export async function loadEngine(): Promise<Engine> {
  const { DatabaseSync } = await import('@photostructure/sqlite');
  return DatabaseSync;
}

/** Opens a file with the settings that everything here counts on. */
export function connect(engine: Engine, file: string): Connection {
  const raw = new engine(file);
  try {
    raw.exec('PRAGMA busy_timeout = 300; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;');
    // Every commit is on the disk when it returns, and the log beside the file stays small.
    raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    raw.exec('PRAGMA wal_autocheckpoint = 64; PRAGMA journal_size_limit = 1048576;');
  } catch (error) {
    raw.close();
    throw error;
  }
  return new Connected(raw);
}

/**
 * Opens a file beside whoever writes it: the log that SQLite keeps beside the file lets both go on.
 * Nothing can be changed through it, and a file that is not there is not made.
 */
export function connectToRead(engine: Engine, file: string): Connection {
  const raw = new engine(file, { readOnly: true });
  try {
    raw.exec('PRAGMA busy_timeout = 3000; PRAGMA temp_store = MEMORY;');
  } catch (error) {
    raw.close();
    throw error;
  }
  return new Connected(raw, { isReader: true });
}

class Connected implements Connection {
  readonly #raw: RawDatabase;
  readonly #isReader: boolean;
  /** Preparing one takes longer than most of them run. */
  readonly #statements = new Map<string, Statement>();

  constructor(raw: RawDatabase, { isReader = false } = {}) {
    this.#raw = raw;
    this.#isReader = isReader;
  }

  exec(sql: string): void {
    this.#raw.exec(sql);
  }

  run(sql: string, ...values: readonly Value[]): number {
    return this.#prepared(sql).run(...values.map(bindable)).changes;
  }

  all(sql: string, ...values: readonly Value[]): readonly Row[] {
    return this.#prepared(sql)
      .all(...values.map(bindable))
      .filter(isRow);
  }

  transact<T>(work: () => T): T {
    this.#raw.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#raw.exec('COMMIT');
      return result;
    } catch (error) {
      this.#undo();
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    try {
      if (!this.#isReader) this.#raw.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      this.#raw.close();
    }
  }

  /** On a full disk SQLite has rolled back already, and says so with an error. */
  #undo(): void {
    try {
      this.#raw.exec('ROLLBACK');
    } catch {
      // What went wrong first is what counts.
    }
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#raw.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function bindable(value: Value): Value {
  if (value === null || typeof value === 'string') return value;
  // A larger whole number could be written, but then no row beside it be read.
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null;
  throw new TypeError('This cannot be written into a database');
}

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null;
}
