import type { Happening } from '../../charging/fold.ts';
import type { ChargerMemory } from '../../charging/memory.ts';
import type { OpenHistory } from '../store/history.ts';
import type { Records, RecordsParts } from './records.ts';

/**
 * The history, loaded with the first look or the first question: neither the tray nor the window
 * waits for a database. What is heard before is kept in its order.
 */
export interface LazyRecords {
  heard(after: ChargerMemory, happening: Happening): void;
  /** Something that a person asks. */
  ask<T>(work: (records: Records) => T | Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export interface LazyRecordsParts extends Omit<RecordsParts, 'open'> {
  readonly load: () => Promise<OpenHistory>;
}

export function lazyRecords(parts: LazyRecordsParts): LazyRecords {
  let loading: Promise<Records> | undefined;
  const load = async () => {
    const [{ Records }, open] = await Promise.all([import('./records.ts'), parts.load()]);
    return new Records({ ...parts, open });
  };
  const loaded = () => {
    loading ??= load().catch((bug: unknown) => {
      // The next look, or the next question, tries anew.
      loading = undefined;
      throw bug;
    });
    return loading;
  };
  return {
    heard(after, happening) {
      // Nobody has looked yet, so nobody has anything to be interrupted in.
      if (!loading && happening.kind !== 'looked') return;
      loaded()
        .then(({ archive }) => archive.heard(after, happening))
        .catch((bug: unknown) => parts.log.error('history not loaded', { why: String(bug) }));
    },
    ask: async (work) => work(await loaded()),
    async stop() {
      await loading?.then((records) => records.stop()).catch(() => undefined);
    },
  };
}
