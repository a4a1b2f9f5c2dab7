import { describe, expect, it } from 'vitest';
import { backupText, restoreFrom } from '../../../electron/history/backup/backing-up.ts';
import { exportChunks } from '../../../electron/history/export/exporting.ts';
import { slotDays } from '../../../electron/history/slots/slot-day.ts';
import type { NewSession } from '../../../electron/history/store/history.ts';
import { schemaSteps } from '../../../electron/history/store/schema.ts';
import { Pricing } from '../../../electron/tariffs/pricing.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import {
  everything,
  HistoryBench,
  hour,
  key,
  minute,
  sampleAt,
  sessionAt,
  start,
} from './history-bench.ts';

const zone = 'Europe/Berlin';
const quarter = 15 * minute;
const market = { source: 'energyCharts', area: 'DE-LU' } as const;
/** Each quarter of twelve hours from 18:00 UTC on has a price of its own, the night the lowest. */
const perKwh = (index: number) => 0.35 - 0.0061 * Math.min(index, 36) + 0.0007 * (index % 4);
const slots = Array.from({ length: 48 }, (_, index) => ({
  from: start + index * quarter,
  until: start + (index + 1) * quarter,
  perKwh: perKwh(index).toFixed(6),
}));
const bare = { kind: 'hourly', factor: '1', surcharge: '0', vatPercent: '0', market } as const;
const hourly: PriceEntry = { from: 0, currency: 'EUR', zone, tariff: bare, origin: 'own' };
const flat: PriceEntry = { ...hourly, tariff: { kind: 'flat', perKwh: '0.3' } };

const [first, second] = [start + 6 * hour, start + 9 * hour];
const endedAt = second + hour;
/** Plugged in at 18:20, and charged at 7.2 kW in two hours of the night. */
const night: NewSession = sessionAt(first, {
  endedAt,
  end: 'complete',
  energyWh: 14_400,
  chargingMs: 2 * hour,
  averageW: 7200,
  plannedSince: start + 20 * minute,
});

/** What 7.2 kW cost in a time, minute by minute and by nothing of what is tested. */
function costs(from: number, until: number): number {
  let sum = 0;
  for (let at = from; at < until; at += minute) {
    sum += (7.2 / 60) * perKwh(Math.floor((at - start) / quarter));
  }
  return sum;
}

const night1 = costs(first, first + hour) + costs(second, second + hour);
const atOnce = costs(start + 20 * minute, start + 140 * minute);

async function priced(session: NewSession, price = hourly, known = slots) {
  const bench = new HistoryBench();
  const { history } = bench;
  history.know({ key, brand: 'wallbox', name: 'Garage' });
  history.setPrices(key, [price]);
  const series = { currency: 'EUR', vatIncluded: false, slots: known };
  for (const day of slotDays(market, series)) history.keepSlots(day);
  for (let passed = 0; passed <= 240; passed += 1) {
    const charged = Math.min(passed, 60) + Math.max(0, passed - 180);
    const state = passed < 60 || passed >= 180 ? 'charging' : 'paused';
    history.record(key, sampleAt(first + passed * minute, { state, energyWh: charged * 120 }));
  }
  history.saveSession(key, session);
  const pricing = new Pricing(history, () => zone);
  await pricing.priceFrom(key, session.startedAt);
  const told = async () => (await history.sessions(everything))[0];
  return { history, pricing, told, bench };
}

describe('what a plan has saved', () => {
  it('is what the same would have cost at once, less what it has cost', async () => {
    const { told, history } = await priced(night);
    const session = await told();
    expect(Number(session?.cost?.amount)).toBeCloseTo(night1, 9);
    expect(Number(session?.cost?.saved)).toBeCloseTo(atOnce - night1, 9);
    expect(atOnce - night1).toBeGreaterThan(2);
    const { totals } = await history.sums({ query: everything, unit: 'month', zone });
    const coins = Number(session?.cost?.saved).toFixed(2);
    expect(totals.saved).toEqual([{ amount: coins, currency: 'EUR' }]);
    const order = { query: everything, what: 'sessions', format: 'csv', zone } as const;
    let csv = '';
    for await (const { text } of exportChunks(history, order)) csv += text;
    expect(csv.trim().endsWith(`,${coins}`)).toBe(true);
  });

  const { averageW: _power, ...unpowered } = night;
  const { plannedSince: _since, ...unplanned } = night;
  const { chargingMs: _ms, ...untimed } = unpowered;

  it.each<[string, NewSession, PriceEntry, typeof slots, number | undefined]>([
    ['by how long power flowed, without a power', unpowered, hourly, slots, atOnce - night1],
    ['nothing where every hour costs the same', night, flat, slots, 0],
    [
      'counted from its start, where the plan came later',
      { ...night, plannedSince: second },
      hourly,
      slots,
      costs(first, first + 2 * hour) - night1,
    ],
    ['unknown without a plan', unplanned, hourly, slots, undefined],
    ['unknown without power and time', untimed, hourly, slots, undefined],
    ['unknown where a price of that time is', night, hourly, slots.slice(2), undefined],
    ['unknown without energy', { ...night, energyWh: 0 }, hourly, slots, undefined],
  ])('is %s', async (_name, session, price, known, saved) => {
    const cost = (await (await priced(session, price, known)).told())?.cost;
    expect(cost?.amount).toBeDefined();
    if (saved === undefined) expect(cost).not.toHaveProperty('saved');
    else expect(Number(cost?.saved)).toBeCloseTo(saved, 9);
  });

  it('is said anew with other prices, and of what its owner corrects', async () => {
    const { history, pricing, told } = await priced(night);
    const session = await told();
    history.saveEdits(session?.id ?? 0, {
      corrected: { energyWh: 7200 },
      editedAt: endedAt + hour,
    });
    await pricing.priceFrom(key, first);
    const half = await told();
    // Half the energy in the same two hours.
    expect(Number(half?.cost?.saved)).toBeCloseTo((atOnce - night1) / 2, 9);
    history.saveEdits(session?.id ?? 0, {
      corrected: { cost: { amount: '1', currency: 'EUR', origin: 'entered' } },
      editedAt: endedAt + 2 * hour,
    });
    expect((await told())?.cost).not.toHaveProperty('saved');
    history.saveEdits(session?.id ?? 0, { editedAt: endedAt + 3 * hour });
    await pricing.replace(key, [flat]);
    expect(Number((await told())?.cost?.saved)).toBe(0);
  });

  it('comes back from a backup, as it was measured and as it was corrected', async () => {
    const { history, pricing, told } = await priced(night);
    const id = (await told())?.id ?? 0;
    history.saveEdits(id, { corrected: { energyWh: 7200 }, editedAt: endedAt + hour });
    await pricing.priceFrom(key, first);
    const text = async function* () {
      for await (const chunk of backupText(history, defaultSettings, start)) yield chunk.text;
    };
    const other = new HistoryBench();
    const { signal } = new AbortController();
    const parts = { history: other.history, chunks: text(), signal, setSettings: () => undefined };
    await restoreFrom(parts);
    const [restored] = await other.history.sessions(everything);
    expect(restored).toMatchObject({ plannedSince: night.plannedSince });
    expect(restored).toMatchObject({ ...(await told()), id: restored?.id });
    expect(restored?.correction?.original.cost?.saved).not.toBe(restored?.cost?.saved);
  });

  it('has its place in a file of the version before', async () => {
    const older = new HistoryBench(undefined, { steps: schemaSteps.slice(0, 4) });
    await older.history.chargers();
    const { history } = await older.reopened();
    history.saveSession(key, night);
    expect(await history.sessions(everything)).toMatchObject([
      { plannedSince: start + 20 * minute },
    ]);
  });
});

describe('that a plan has ended a session', () => {
  const byPlan = { state: 'paused', byPlan: true } as const;
  async function endedBy(rest: Partial<Sample>, end: NewSession['end'] = 'paused') {
    const { history } = new HistoryBench();
    history.know({ key, brand: 'wallbox', name: 'Garage' });
    // Its last power was read at the moment of its end, and somebody paused it again much later.
    for (const [passed, more] of [{}, {}, rest, { state: 'paused' } as const].entries()) {
      history.record(key, sampleAt(start + passed * minute, more));
    }
    history.saveSession(key, sessionAt(start, { endedAt: start + minute, end }));
    const [session] = await history.sessions(everything);
    const detail = async () => (await history.session(session?.id ?? 0))?.endedByPlan;
    return { history, id: session?.id ?? 0, detail };
  }

  it.each<[string, Partial<Sample>, NewSession['end'], true | undefined]>([
    ['is told of one that it has paused', byPlan, 'paused', true],
    ['is told of one that has what it was to have', byPlan, 'complete', true],
    ['is told of none that somebody has paused', { state: 'paused' }, 'paused', undefined],
    ['is told of none whose car has left', byPlan, 'unplugged', undefined],
    ['is told of none of which only later readings know a plan', {}, 'paused', undefined],
  ])('%s', async (_, rest, end, told) => {
    expect(await (await endedBy(rest, end)).detail()).toBe(told);
  });
});
