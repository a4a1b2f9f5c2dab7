import { existsSync } from 'node:fs';
import type { HistoryTrouble } from '../../../shared/domain/session/history.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Connection, Engine } from './engine.ts';
import { openFile, openToRead } from './history-file.ts';
import { schemaSteps } from './schema.ts';
import { isUnwritable, troubleOf } from './trouble.ts';
import { type Write, WriteQueue } from './write-queue.ts';
import { apply } from './writes.ts';

/** What the history needs from outside. */
export interface HistoryParts {
  /** Where it lies; ends in `.db`. */
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly load: () => Promise<Engine>;
  /** Beside the app that writes it, see `openToRead`. */
  readonly readOnly?: boolean;
  /** Hears what is wrong, once, and with nothing when all is well again. */
  readonly onTrouble?: (trouble: HistoryTrouble | undefined) => void;
  /** How a file of an older version becomes one of this. */
  readonly steps?: readonly string[];
}

const retryMs = 60_000;

/** Opens the file with its first use, writes what waits, and bears what the disk does to it. */
export class HistoryDatabase {
  readonly #parts: HistoryParts;
  readonly #pending = new WriteQueue();
  #connection: Connection | undefined;
  #opening: Promise<Connection | undefined> | undefined;
  #draining: Promise<void> | undefined;
  #retry: Timer | undefined;
  #trouble: HistoryTrouble | undefined;
  /** A file that was lost stays worth telling when all goes well with the new one. */
  #lost: HistoryTrouble | undefined;
  #closed = false;
  #openings = 0;

  constructor(parts: HistoryParts) {
    this.#parts = parts;
  }

  /** Grows with every file that may hold something else than the one before. */
  get openings(): number {
    return this.#openings;
  }

  /** It has refused what was written, so that what it holds is older. */
  get isBehind(): boolean {
    return this.#trouble !== undefined && this.#pending.size > 0;
  }

  trouble(): HistoryTrouble | undefined {
    return this.#trouble ?? this.#lost;
  }

  /** Writes soon; what is added within one turn becomes one transaction. */
  add(write: Write): void {
    this.#pending.add(write);
    void this.#drain();
  }

  async flush(): Promise<HistoryTrouble | undefined> {
    if (this.#pending.size > 0) await this.#drain();
    return this.#trouble;
  }

  /** Reads, after what waits was written. What cannot be read is `empty`. */
  async read<T>(work: (connection: Connection) => T, empty: T): Promise<T> {
    const connection = await this.#ready();
    if (!connection) return empty;
    try {
      return work(connection);
    } catch (error) {
      this.#refused(error);
      return empty;
    }
  }

  /** Reads all or rejects. */
  async readWhole<T>(work: (connection: Connection) => T): Promise<T> {
    const connection = await this.#ready();
    if (!connection) throw new Error(`The history cannot be read: ${this.#trouble?.kind}`);
    return work(connection);
  }

  async close(): Promise<void> {
    if (this.#pending.size > 0) await this.#drain();
    this.#closed = true;
    await this.#opening;
    this.#retry?.cancel();
    this.#letGo();
  }

  async #ready(): Promise<Connection | undefined> {
    if (this.#pending.size > 0) await this.#drain();
    const connection = await this.#open();
    return connection === this.#connection ? connection : undefined;
  }

  #drain(): Promise<void> {
    this.#draining ??= this.#drainSoon();
    return this.#draining;
  }

  async #drainSoon(): Promise<void> {
    await undefined;
    // Opened write-protected it stays so: only opening it anew shows that it no longer is.
    if (this.#trouble?.kind === 'readOnly') this.#letGo();
    const connection = await this.#open();
    // Whatever is added from here on needs a turn of its own.
    this.#draining = undefined;
    if (connection && connection === this.#connection) this.#write(connection);
    else this.#later();
  }

  #write(connection: Connection): void {
    try {
      connection.transact(() => {
        for (const write of this.#pending.all()) apply(connection, write);
      });
      this.#written();
    } catch (error) {
      if (isUnwritable(error)) this.#writeEach(connection);
      else this.#refused(error);
    }
  }

  /** One of them can never be written, and must not keep the others from the disk. */
  #writeEach(connection: Connection): void {
    for (const write of this.#pending.all()) {
      try {
        connection.transact(() => apply(connection, write));
      } catch (error) {
        if (!isUnwritable(error)) {
          this.#refused(error);
          return;
        }
        const why = error instanceof Error ? error.message : String(error);
        this.#parts.log.error('history refuses a write', { kind: write.kind, why });
      }
      this.#pending.remove(write);
    }
    this.#written();
  }

  #written(): void {
    const { dropped } = this.#pending;
    if (dropped > 0) this.#parts.log.warn('history lost what waited too long', { dropped });
    this.#pending.clear();
    this.#recovered();
  }

  async #open(): Promise<Connection | undefined> {
    // Somebody took the file away: on most systems it would go on being written, seen by nobody.
    if (this.#connection && !existsSync(this.#parts.file)) this.#letGo();
    if (this.#connection || this.#closed) return this.#connection;
    this.#opening ??= this.#openNow();
    const opened = await this.#opening;
    this.#opening = undefined;
    return opened;
  }

  async #openNow(): Promise<Connection | undefined> {
    const { file, clock, log, load, readOnly, steps = schemaSteps } = this.#parts;
    try {
      const engine = await load();
      if (this.#closed) return undefined;
      const place = { file, steps, now: () => clock.now() };
      const opened = readOnly ? openToRead(engine, place) : openFile(engine, place);
      if (!opened.ok) {
        this.#suffer(opened.failure);
        return undefined;
      }
      const { connection, keptAside } = opened.value;
      this.#connection = connection;
      this.#openings += 1;
      if (keptAside !== undefined) {
        this.#lost = { kind: 'corrupt', keptAside };
        log.error('history was broken and is kept aside', { keptAside });
        this.#parts.onTrouble?.(this.trouble());
      }
      if (this.#pending.size === 0) this.#recovered();
      return connection;
    } catch (error) {
      this.#suffer({ kind: 'unusable' }, error);
      return undefined;
    }
  }

  #refused(error: unknown): void {
    const kind = troubleOf(error);
    // Whether it is broken is found out as it is opened.
    if (kind === 'corrupt' || kind === 'unusable') this.#letGo();
    this.#suffer({ kind: kind === 'corrupt' ? 'unusable' : kind }, error);
    this.#later();
  }

  #suffer(trouble: HistoryTrouble, error?: unknown): void {
    if (trouble.kind === 'tooNew') this.#pending.clear();
    if (this.#trouble?.kind === trouble.kind) return;
    this.#trouble = trouble;
    const why = error instanceof Error ? error.message : undefined;
    this.#parts.log.error('history cannot be kept', { kind: trouble.kind, why });
    this.#parts.onTrouble?.(trouble);
  }

  #recovered(): void {
    if (!this.#trouble) return;
    this.#trouble = undefined;
    this.#parts.log.info('history is kept again');
    this.#parts.onTrouble?.(this.trouble());
  }

  #later(): void {
    if (this.#closed || this.#retry || this.#pending.size === 0) return;
    this.#retry = this.#parts.clock.after(retryMs, () => {
      this.#retry = undefined;
      void this.#drain();
    });
  }

  #letGo(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    try {
      connection?.close();
    } catch {
      // What is not yet moved into the one file stays in the log beside it.
    }
  }
}
