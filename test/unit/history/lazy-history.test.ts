import { expect, it } from 'vitest';
import {
  type LazyHistoryParts,
  lazyHistory,
} from '../../../electron/history/record/lazy-history.ts';
import { loadEngine } from '../../../electron/history/store/engine.ts';
import { openHistory } from '../../../electron/history/store/open-history.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { ownFolder, start } from './history-bench.ts';

it('is loaded by the next question where it could not be loaded before', async () => {
  const file = `${ownFolder()}/history.db`;
  let isThere = false;
  const load: LazyHistoryParts['load'] = async () => {
    if (!isThere) throw new Error('no such file');
    return (parts) => openHistory({ ...parts, file, load: loadEngine });
  };
  const nothing = () => undefined;
  const records = lazyHistory({
    load,
    clock: new FakeClock(start),
    log: new RecordedLog(),
    charger: nothing,
    lastSessions: { records: () => [], say: nothing },
    settings: () => defaultSettings,
    setSettings: nothing,
    zone: () => 'UTC',
    prices: nothing,
    changed: nothing,
    progressed: () => undefined,
    desktop: { choosePlace: async () => undefined, chooseFile: async () => undefined },
  });
  const ask = () => records.ask(({ repository }) => repository.history.chargers());
  await expect(ask()).rejects.toThrow('no such file');
  isThere = true;
  expect(await ask()).toEqual([]);
  await records.stop();
});
