import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import type { Reader } from '../../charging/reader.ts';
import type { ChargerRecord, SessionRecord } from '../../charging/record.ts';
import type { ChargerEvent } from '../../charging/reduce.ts';
import { chargerKeyOf, type OpenHistory } from '../store/history.ts';
import type { HistoryService, HistoryServiceParts } from './history-service.ts';

/**
 * The history, loaded with the first reading or the first question: neither the tray nor the window
 * waits for a database. What is heard before is kept in its order.
 */
export interface LazyHistory {
  heard(after: ChargerRecord, event: ChargerEvent, left?: SessionRecord): void;
  /** Sessions that a charger or its cloud has counted, told without being asked. */
  reported(charger: ChargerRecord, sessions: readonly CloudSession[]): void;
  /** Its owner calls a charger by another name. */
  renamed(charger: ChargerRecord): void;
  /** More may be known of the prices of the chosen market. */
  slotsChanged(): void;
  /** What the window shows of it. */
  view(): AppState['history'];
  /** Something that a person asks. */
  ask<T>(work: (records: HistoryService) => T | Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export interface LazyHistoryParts extends Omit<HistoryServiceParts, 'open'> {
  readonly load: () => Promise<OpenHistory>;
}

/** Records what is read of chargers. */
export function historyReader(history: Pick<LazyHistory, 'heard'>): Reader {
  return {
    name: 'history',
    tell(update) {
      if (update.about !== 'charger' || !update.event) return;
      history.heard(update.record, update.event, update.left);
    },
  };
}

export function lazyHistory(parts: LazyHistoryParts): LazyHistory {
  let loading: Promise<HistoryService> | undefined;
  let loadedRecords: HistoryService | undefined;
  const load = async () => {
    const [{ HistoryService }, open] = await Promise.all([
      import('./history-service.ts'),
      parts.load(),
    ]);
    loadedRecords = new HistoryService({ ...parts, open });
    return loadedRecords;
  };
  const loaded = () => {
    loading ??= load().catch((bug: unknown) => {
      // The next reading, or the next question, tries anew.
      loading = undefined;
      throw bug;
    });
    return loading;
  };
  const behind = (work: (records: HistoryService) => void) =>
    void loaded()
      .then(work)
      .catch((bug: unknown) => parts.log.error('history not loaded', { why: String(bug) }));
  return {
    heard(after, event, left) {
      // Nobody has looked yet, so nobody has anything to be interrupted in.
      if (!loading && event.kind !== 'observed') return;
      if (loadedRecords) return loadedRecords.repository.heard(after, event, left);
      behind(({ repository }) => {
        repository.heard(after, event, left);
        parts.changed();
      });
    },
    reported({ brand, id }, sessions) {
      behind(({ repository }) => repository.reported(chargerKeyOf(brand, id), sessions));
    },
    // Until then nothing of it is shown, and its next reading says the name.
    renamed: (charger) => loadedRecords?.repository.renamed(charger),
    slotsChanged: () => loadedRecords?.repository.slotsChanged(),
    view: () => loadedRecords?.repository.view() ?? { changes: 0 },
    ask: async (work) => work(await loaded()),
    async stop() {
      await loading?.then((records) => records.stop()).catch(() => undefined);
    },
  };
}
