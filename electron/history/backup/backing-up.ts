import { setImmediate } from 'node:timers/promises';
import type { Settings } from '../../../shared/domain/app/settings.ts';
import type { Restored, RestoreFailure } from '../../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { Chunk } from '../export/export-file.ts';
import type { History } from '../store/history.ts';
import { type BackupItem, backupChunks, readBackup } from './backup.ts';
import { Matching, type SessionItem } from './matching.ts';
import { itemsInPart } from './whole.ts';

/** History and settings as text; nothing of it is secret. `now` is epoch ms. */
export function backupText(
  history: History,
  settings: Settings,
  now: number,
): AsyncIterable<Chunk> {
  return backupChunks(items(history, settings), now);
}

async function* items(history: History, settings: Settings): AsyncGenerator<readonly BackupItem[]> {
  yield [{ kind: 'settings', settings }];
  yield* history.parts('charger', 'price', 'slots', 'session', 'sample');
}

export interface RestoreParts {
  readonly history: History;
  readonly chunks: AsyncIterable<string>;
  readonly signal: AbortSignal;
  readonly setSettings: (settings: Settings) => void;
  /** Hears how much of it has been brought in so far. */
  readonly progress?: (items: number) => void;
}

/**
 * Brings a backup in beside what is there: what both have is kept once, as it is here. It is done in
 * parts, between which everything else has its turn, and can be stopped between two of them.
 */
export async function restoreFrom(parts: RestoreParts): Promise<Result<Restored, RestoreFailure>> {
  const { chunks, signal } = parts;
  const into = new Incoming(parts);
  const read = await readBackup({ chunks, signal, take: (item) => into.take(item) });
  if (read.ok || read.failure.kind !== 'cancelled') await into.settle();
  if (signal.aborted && into.items > 0) return failed({ kind: 'stopped' });
  if (!read.ok) return failed({ kind: failureKind(read.failure.kind) });
  const { sessions, samples } = into;
  const { isWhole, skipped: badLines } = read.value;
  return success({ sessions, samples, badLines, isWhole });
}

function failureKind(kind: string): RestoreFailure['kind'] {
  if (kind === 'notOurs') return 'noBackup';
  return kind === 'tooNew' || kind === 'cancelled' ? kind : 'failed';
}

/** So many sessions wait for each other at most, decades of them. */
const mostSessions = 100_000;

class Incoming {
  items = 0;
  sessions = 0;
  samples = 0;
  readonly #parts: RestoreParts;
  readonly #prices = new Map<string, Extract<BackupItem, { kind: 'price' }>['entry'][]>();
  #waiting: BackupItem[] = [];
  /** Together, so that each finds the one here that is most like it. */
  #backedUp: SessionItem[] = [];

  constructor(parts: RestoreParts) {
    this.#parts = parts;
  }

  async take(item: BackupItem): Promise<void> {
    if (item.kind === 'session') this.#backedUp.push(item);
    else this.#waiting.push(item);
    if (this.#backedUp.length >= mostSessions) await this.#bringInSessions();
    if (this.#waiting.length >= itemsInPart) await this.#bringIn();
  }

  async settle(): Promise<void> {
    const { history } = this.#parts;
    await this.#bringIn();
    await this.#bringInSessions();
    const all = [...this.#prices];
    for (let from = 0; from < all.length; from += itemsInPart) {
      await history.revise(async (sure) => {
        for (const [charger, entries] of all.slice(from, from + itemsInPart)) {
          // Prices that are set here are the owner's latest word.
          const known = await sure.prices(charger);
          if (known.length === 0) history.setPrices(charger, entries);
        }
      });
      await this.#written();
    }
  }

  /** What is given to the history within one turn is one write to the disk. */
  async #bringIn(): Promise<void> {
    const part = this.#waiting;
    this.#waiting = [];
    for (const item of part) this.#one(item);
    await this.#written(part.length);
  }

  async #bringInSessions(): Promise<void> {
    const { history, signal } = this.#parts;
    const all = this.#backedUp;
    this.#backedUp = [];
    const matching = new Matching(all);
    for (let from = 0; from < all.length; from += itemsInPart) {
      if (signal.aborted) return;
      const part = all.slice(from, from + itemsInPart);
      await history.revise(async (sure) => {
        const { missing, same } = await matching.match(part, sure);
        for (const { session, ...more } of missing) {
          const { id: _id, ...rest } = session;
          const { cloudIds, edits } = more;
          const merged = { session: rest, ids: [], cloudIds, ...(edits ? { edits } : {}) };
          history.saveMerged(session.charger, merged);
          if (edits?.deletedAt === undefined) this.sessions += 1;
        }
        // What its owner has said here, be it that nothing is to be said, is the later word.
        for (const { item, here } of same) {
          if (item.edits && !here.edits) history.saveEdits(here.session.id, item.edits);
        }
      });
      await this.#written(part.length);
    }
  }

  /** A disk that refuses is asked for no more: what waits in memory has a limit. */
  async #written(items = 0): Promise<void> {
    const trouble = await this.#parts.history.flush();
    if (trouble) throw new Error(`The history takes no backup: ${trouble.kind}`);
    this.items += items;
    if (items > 0) this.#parts.progress?.(this.items);
    await setImmediate();
  }

  #one(item: BackupItem): void {
    const { history, setSettings } = this.#parts;
    switch (item.kind) {
      case 'settings':
        setSettings(item.settings);
        return;
      case 'charger':
        history.know(item.charger);
        return;
      case 'price':
        this.#price(item.charger, item.entry);
        return;
      case 'sample':
        history.record(item.charger, item.sample);
        this.samples += 1;
        return;
      case 'slots':
        history.keepSlots(item.day, 'restored');
        return;
      // They wait for each other.
      case 'session':
      // Who signs in, and to what, is for the owner of this computer to say.
      case 'account':
        return;
    }
  }

  #price(charger: string, entry: Extract<BackupItem, { kind: 'price' }>['entry']): void {
    const entries = this.#prices.get(charger) ?? [];
    entries.push(entry);
    this.#prices.set(charger, entries);
  }
}
