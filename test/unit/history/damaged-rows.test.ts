import { describe, expect, it } from 'vitest';
import { exportChunks } from '../../../electron/history/export/exporting.ts';
import { totalsOf } from '../../../electron/history/store/sums.ts';
import {
  everything,
  HistoryBench,
  key,
  outside,
  sampleAt,
  sessionAt,
  start,
} from './history-bench.ts';

describe('rows that no charger can mean, whoever has written them', () => {
  async function damaged(sql: string): Promise<HistoryBench> {
    const bench = new HistoryBench();
    bench.history.know({ key, brand: 'wallbox', name: 'Garage' });
    bench.history.record(key, sampleAt(start));
    bench.history.saveSession(key, sessionAt(start, { endedAt: start + 60_000, energyWh: 100 }));
    await bench.history.flush();
    await bench.history.close();
    await outside(bench.file, sql);
    return new HistoryBench(bench.file);
  }

  it('cost the number, not the session and not the sample', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const { history } = await damaged(
      `UPDATE sessions SET energy_wh = ${most}, peak_w = ${most}, gaps = ${most};
       UPDATE samples SET power_w = -${most}, energy_wh = ${most};`,
    );
    const [session] = await history.sessions(everything);
    expect(session).toMatchObject({ startedAt: start, endedAt: start + 60_000 });
    expect(session).not.toHaveProperty('energyWh');
    expect(session).not.toHaveProperty('peakW');
    expect(await history.samples({ charger: key, ...everything })).toEqual([
      { at: start, state: 'charging', limitA: 32 },
    ]);
  });

  it.each<[string, string, object]>([
    [
      'a number that cannot be',
      'energy_wh = 5e9, green_energy_wh = 5e9, charging_ms = -1',
      { charges: 1, costs: [], withoutEnergy: 1 },
    ],
    [
      'a cost that is no number',
      "cost = 'much', currency = 'EUR', cost_origin = 'own'",
      { costs: [] },
    ],
    ['a cost of nobody', "cost = '7', currency = 'EUR'", { charges: 1, energyWh: 100, costs: [] }],
    ['a time that cannot be', 'ended_at = -1', { charges: 0 }],
  ])('are in no sum that are in no list: %s', async (_, damage, totals) => {
    const { history } = await damaged(`UPDATE sessions SET ${damage}`);
    const sums = await history.sums({ query: everything, unit: 'month', zone: 'UTC' });
    expect(sums.totals).toMatchObject(totals);
    const [session] = await history.sessions(everything);
    const known = session ? [session] : [];
    expect(sums.totals).toEqual(totalsOf(known));
  });

  it('cost the session whose time no calendar knows, and no other', async () => {
    const bench = await damaged('UPDATE sessions SET started_at = 9007199254740991');
    bench.history.saveSession(key, sessionAt(start + 1, { endedAt: start + 2 }));
    const all = { from: 0, to: Number.MAX_SAFE_INTEGER };
    const found = await bench.history.sessions(all);
    expect(found.map(({ startedAt }) => startedAt)).toEqual([start + 1]);
  });

  it('steer no table that is made of them', async () => {
    const { history } = await damaged(
      `UPDATE chargers SET name = char(27) || '[2J=Gar' || char(8238) || 'age' || char(10) || '2'`,
    );
    const order = { query: everything, what: 'sessions', format: 'csv', bom: false } as const;
    let text = '';
    for await (const chunk of exportChunks(history, { ...order, zone: 'UTC' })) text += chunk.text;
    expect(text.split('\r\n')[1]).toMatch(/^\d+,\[2J=Garage 2,/);
    expect(text.split('\r\n')).toHaveLength(3);
  });
});
