import { expect, it, vi } from 'vitest';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { reduce } from '../../../electron/charging/reduce.ts';
import { Recorder } from '../../../electron/history/record/recorder.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';
import { everything, HistoryBench, key, minute, start } from './history-bench.ts';

const validForMs = minute;

it('a session is given to the history no oftener than its samples, and whole at the end', async () => {
  const { history, log } = new HistoryBench();
  const saved = vi.spyOn(history, 'saveSession');
  const recorded = vi.fn();
  const recorder = new Recorder({ history, log, recorded });
  let record: ChargerRecord = newRecord({ id: 'a/12345', accountId: 'a', brand: 'wallbox' });
  const read = (sinceMs: number) => {
    const at = start + sinceMs;
    const observation = anObservation('charging', {
      powerW: 3600,
      energyWh: 1000 + sinceMs / 1000,
    });
    record = reduce(record, { kind: 'observed', at, observation, validForMs }, cloudPatience);
    const { brand, session: live } = record;
    recorder.observed({ chargerKey: key, facts: { brand }, observation, validForMs, at, live });
  };
  for (let sinceMs = 0; sinceMs <= minute - 500; sinceMs += 500) read(sinceMs);
  expect(await history.samples({ charger: key, ...everything })).toHaveLength(10);
  expect(saved).toHaveBeenCalledTimes(10);
  expect(recorded.mock.calls.length).toBeLessThanOrEqual(20);
  const energy = async () => (await history.sessions(everything))[0]?.energyWh;
  expect(await energy()).toBe(1054);
  await recorder.settled();
  expect(await energy()).toBe(1060);
});
