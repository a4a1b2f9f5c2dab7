import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { HistoryRepository } from '../../../electron/history/record/repository.ts';
import { loadEngine } from '../../../electron/history/store/engine.ts';
import { openHistory } from '../../../electron/history/store/open-history.ts';
import type { PolledCharger, SessionRange } from '../../../electron/integrations/connection.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import { success } from '../../../shared/result.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { hour, minute, ownFolder, start } from './history-bench.ts';

const observation = anObservation('available');

/** A charge whose car has gone; it began so long after the first one. */
function gone(laterMs: number): ChargerRecord {
  const startedAt = start + laterMs;
  const endedAt = startedAt + hour;
  const live = { startedAt, startSeen: true, lastPowerAt: endedAt, endedAt, samples: [] };
  const garage = newRecord({ id: '12345', accountId: 'a', brand: 'wallbox' });
  return {
    ...garage,
    reading: { certainty: 'current', at: endedAt, observation },
    session: { ...live, endReason: 'unplugged', carLeft: true },
  };
}

/** An app that is started over and over on one history, and what it asked the cloud for. */
function restarting() {
  const file = join(ownFolder(), 'history.db');
  const clock = new FakeClock(start + hour);
  const asked: SessionRange[] = [];
  const sessions = async (range: SessionRange) => {
    asked.push(range);
    return success([]);
  };
  const started = () => {
    const repository = new HistoryRepository({
      clock,
      log: new RecordedLog(),
      open: (parts) => openHistory({ ...parts, file, load: loadEngine }),
      charger: () => ({ sessions }) as Partial<PolledCharger> as PolledCharger,
      settings: () => defaultSettings,
      zone: () => 'UTC',
      prices: () => undefined,
      changed: () => undefined,
      progressed: () => undefined,
    });
    onTestFinished(() => repository.stop());
    return repository;
  };
  /** Five looks, one a minute, and the time that the cloud needs. */
  const observed = async (repository: HistoryRepository, record: ChargerRecord) => {
    for (let reads = 0; reads < 5; reads += 1) {
      repository.heard(record, { kind: 'observed', at: clock.now(), observation });
      await clock.advance(minute);
    }
    await clock.advance(10 * minute);
    await repository.history.cloudMonths('wallbox/12345');
    await turns();
  };
  return { asked, started, observed };
}

describe('the cloud', () => {
  it('is asked once for a charge whose car has gone, however often that is seen', async () => {
    const { asked, started, observed } = restarting();
    const repository = started();
    await observed(repository, gone(0));
    expect(asked).toHaveLength(1);
    await observed(repository, gone(2 * hour));
    expect(asked).toHaveLength(2);
  });

  it('is not asked again for it after a restart', async () => {
    const { asked, started, observed } = restarting();
    const first = started();
    await observed(first, gone(0));
    await first.stop();
    await observed(started(), gone(0));
    expect(asked).toHaveLength(1);
  });
});
