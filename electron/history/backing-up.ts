import type { Settings } from '../../shared/domain/settings.ts';
import type { Restored, RestoreFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import { type BackupItem, backupChunks, readBackup } from './backup.ts';
import type { Chunk } from './export-file.ts';
import type { History } from './history.ts';

const always = { from: 0, to: Number.MAX_SAFE_INTEGER };
/** Between two writes to the disk: what waits in memory has a limit. */
const itemsAtOnce = 2000;

/** History and settings as text; nothing of it is secret. `now` is epoch ms. */
export function backupText(
  history: History,
  settings: Settings,
  now: number,
): AsyncIterable<Chunk> {
  return backupChunks(items(history, settings), now);
}

async function* items(history: History, settings: Settings): AsyncGenerator<readonly BackupItem[]> {
  const chargers = await history.chargers();
  yield [{ kind: 'settings', settings }];
  yield chargers.map((charger) => ({ kind: 'charger', charger }));
  for (const { key } of chargers) {
    const entries = await history.prices(key);
    yield entries.map((entry) => ({ kind: 'price', charger: key, entry }));
    const known = await history.knownSessions({ charger: key, ...always });
    yield known.map(({ session, cloudIds }) => ({
      kind: 'session',
      session,
      cloudIds: [...cloudIds],
    }));
    for await (const batch of history.sampleChunks({ charger: key, ...always })) {
      yield batch.map((sample) => ({ kind: 'sample', charger: key, sample }));
    }
  }
}

export interface RestoreParts {
  readonly history: History;
  readonly chunks: AsyncIterable<string>;
  readonly signal: AbortSignal;
  readonly setSettings: (settings: Settings) => void;
}

/** Brings a backup in beside what is there: what both have is kept once, as it is here. */
export async function restoreFrom(parts: RestoreParts): Promise<Result<Restored, RestoreFailure>> {
  const { chunks, history, signal } = parts;
  const into = new Incoming(parts, await alreadyThere(history));
  const read = await readBackup({ chunks, signal, take: (item) => into.take(item) });
  await into.settle();
  if (!read.ok) return failed({ kind: failureKind(read.failure.kind) });
  const { sessions, samples } = into;
  return success({ sessions, samples, badLines: read.value.skipped });
}

function failureKind(kind: string): RestoreFailure['kind'] {
  if (kind === 'notOurs') return 'noBackup';
  return kind === 'tooNew' || kind === 'cancelled' ? kind : 'failed';
}

/** Names of the sessions that are there: by charger and start, and by the cloud's ids. */
async function alreadyThere(history: History): Promise<Set<string>> {
  const known = await history.knownSessions(always);
  return new Set(
    known.flatMap(({ session, cloudIds }) => [
      startOf(session),
      ...cloudIds.map((id) => `${session.charger} ${id}`),
    ]),
  );
}

function startOf({ charger, startedAt }: { charger: string; startedAt: number }): string {
  return `${charger} @${startedAt}`;
}

class Incoming {
  sessions = 0;
  samples = 0;
  readonly #parts: RestoreParts;
  readonly #there: Set<string>;
  readonly #prices = new Map<string, Extract<BackupItem, { kind: 'price' }>['entry'][]>();
  #waiting = 0;

  constructor(parts: RestoreParts, there: Set<string>) {
    this.#parts = parts;
    this.#there = there;
  }

  async take(item: BackupItem): Promise<void> {
    this.#one(item);
    this.#waiting += 1;
    if (this.#waiting < itemsAtOnce) return;
    this.#waiting = 0;
    await this.#parts.history.flush();
  }

  async settle(): Promise<void> {
    const { history } = this.#parts;
    for (const [charger, entries] of this.#prices) {
      // Prices that are set here are the owner's latest word.
      if ((await history.prices(charger)).length === 0) history.setPrices(charger, entries);
    }
    await history.flush();
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
        this.#prices.set(item.charger, [...(this.#prices.get(item.charger) ?? []), item.entry]);
        return;
      case 'sample':
        history.record(item.charger, item.sample);
        this.samples += 1;
        return;
      case 'session':
        this.#session(item);
        return;
      // Who signs in, and to what, is for the owner of this computer to say.
      case 'account':
        return;
    }
  }

  #session({ session, cloudIds }: Extract<BackupItem, { kind: 'session' }>): void {
    const { history } = this.#parts;
    const { id: _id, ...rest } = session;
    const names = [startOf(session), ...cloudIds.map((id) => `${session.charger} ${id}`)];
    if (names.some((name) => this.#there.has(name))) return;
    history.saveMerged(session.charger, { session: rest, ids: [], cloudIds });
    for (const name of names) this.#there.add(name);
    this.sessions += 1;
  }
}
