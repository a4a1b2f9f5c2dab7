import { expect, it, vi } from 'vitest';
import { ReportedSessions } from '../../../electron/history/record/reported.ts';
import { Pricing } from '../../../electron/tariffs/pricing.ts';
import { everything, HistoryBench, hour, key, sessionAt, start } from './history-bench.ts';

const told = { id: '1', listing: 'own', startedAt: start, endedAt: start + hour, energyWh: 7000 };

async function bench() {
  const { history, log } = new HistoryBench();
  history.know({ key, brand: 'wallbox', name: 'Garage' });
  const pricing = new Pricing(history, () => 'UTC');
  const reported = new ReportedSessions({ history, pricing, log });
  const rows = async () => (await history.sessions(everything)).map(({ energyWh }) => energyWh);
  return { history, reported, rows };
}

it('what a history that cannot be read does not take waits until it can', async () => {
  const { history, reported, rows } = await bench();
  vi.spyOn(history, 'revise').mockRejectedValueOnce(new Error('The history cannot be read'));
  reported.add(key, [told]);
  await expect(reported.merge(key)).rejects.toThrow('cannot be read');
  expect(await rows()).toEqual([]);
  expect(reported.keys).toEqual([key]);
  await reported.merge(key);
  expect(await rows()).toEqual([7000]);
  expect(reported.keys).toEqual([]);
});

it('what is told of a session that runs waits, and the newest of it counts', async () => {
  const { history, reported, rows } = await bench();
  history.saveSession(key, sessionAt(start, { energyWh: 6900 }));
  reported.add(key, [told]);
  await reported.merge(key);
  expect(await rows()).toEqual([6900]);
  reported.add(key, [{ ...told, energyWh: 7100 }]);
  history.saveSession(key, sessionAt(start, { energyWh: 6950, endedAt: start + hour }));
  await reported.merge(key);
  expect(await rows()).toEqual([7100]);
  expect(reported.keys).toEqual([]);
});

it('what is told anew while it is taken in is taken in again', async () => {
  const { reported, rows } = await bench();
  reported.add(key, [told]);
  const merging = reported.merge(key);
  reported.add(key, [{ ...told, energyWh: 7100 }]);
  await merging;
  expect(reported.keys).toEqual([key]);
  await reported.merge(key);
  expect(await rows()).toEqual([7100]);
});
