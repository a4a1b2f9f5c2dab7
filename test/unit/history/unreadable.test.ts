import { describe, expect, it } from 'vitest';
import { fetchSessions } from '../../../electron/history/record/cloud.ts';
import { Recorder } from '../../../electron/history/record/recorder.ts';
import { connect, type Engine, loadEngine } from '../../../electron/history/store/engine.ts';
import type { PolledCharger } from '../../../electron/integrations/connection.ts';
import { Pricing } from '../../../electron/tariffs/pricing.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { success } from '../../../shared/result.ts';
import { anObservation } from '../../fixtures/observations.ts';
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

const own: PriceEntry = {
  from: 0,
  currency: 'EUR',
  zone: 'UTC',
  tariff: {
    kind: 'bands',
    bands: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 1320, to: 360, perKwh: '0.1' }],
    otherwise: '0.4',
  },
  origin: 'own',
};
const flat: PriceEntry = { ...own, tariff: { kind: 'flat', perKwh: '0.5' } };
const cost = { amount: '4', currency: 'EUR', origin: 'own' } as const;
const live = sessionAt(start, { endedAt: start + hour, energyWh: 10_000, cost });
const euro = { perKwh: 0.31, currency: 'EUR' };

/** What an unreadable history does not answer: nothing at all, or one kind of thing. */
type Blind = 'everything' | 'prices' | 'samples' | 'sessions';

/** A history with prices and a charge, which a later run of the app cannot read until it can. */
async function unreadable(what: Blind) {
  const before = new HistoryBench();
  before.history.know({ key, brand: 'wallbox', name: 'Garage' });
  before.history.setPrices(key, [own]);
  before.history.saveSession(key, live);
  for (let one = 0; one <= 60; one += 1) {
    before.history.record(key, sampleAt(start + one * minute, { energyWh: (one * 10_000) / 60 }));
  }
  await before.history.flush();
  const disk = { refuses: true };
  const load = async (): Promise<Engine> => {
    if (disk.refuses && what === 'everything') throw new Error('busy');
    const Real = await loadEngine();
    return class extends Real {
      override prepare(sql: string) {
        const isMeant = what !== 'everything' && sql.includes(`FROM ${what}`);
        if (disk.refuses && isMeant && sql.includes('SELECT')) throw new Error('busy');
        return super.prepare(sql);
      }
    } as Engine;
  };
  const bench = await before.reopened({ load });
  const recovered = async () => {
    disk.refuses = false;
    await bench.clock.advance(minute);
    const { history } = bench;
    const sessions = await history.sessions(everything);
    return { prices: await history.prices(key), sessions };
  };
  return { ...bench, history: bench.history, recovered };
}
const kept = { prices: [own], sessions: [{ ...live, id: 1, charger: key }] };

/** All that is written because of what was read. */
const revisions: Record<
  string,
  (bench: Awaited<ReturnType<typeof unreadable>>) => Promise<unknown>
> = {
  'a price that a charger says': ({ history }) =>
    new Pricing(history, () => 'UTC').observed(key, euro, { at: start, since: start }),
  'prices that are set': ({ history }) => new Pricing(history, () => 'UTC').replace(key, [flat]),
  'what a charge cost': ({ history }) => new Pricing(history, () => 'UTC').priceFrom(key, start),
  "the cloud's sessions": ({ clock, history }) => {
    const told = { id: '1', listing: 'log', startedAt: start, endedAt: start + hour };
    const sessions = async () => success([{ ...told, energyWh: 10_000 }]);
    const charger = () => ({ sessions }) as Partial<PolledCharger> as PolledCharger;
    const pricing = new Pricing(history, () => 'UTC');
    const { signal } = new AbortController();
    const range = { from: start - hour, to: start + hour };
    return fetchSessions({ clock, history, pricing, charger, signal }, key, range);
  },
};

describe('a history that cannot be read', () => {
  it.each(Object.entries(revisions))('is not overwritten by %s', async (_, revise) => {
    const bench = await unreadable('everything');
    await expect(revise(bench)).rejects.toThrow();
    expect(await bench.recovered()).toEqual(kept);
  });

  it.each<[string, Blind]>([
    ['a price that a charger says', 'prices'],
    ['prices that are set', 'prices'],
    ['prices that are set', 'sessions'],
    ['prices that are set', 'samples'],
    ['what a charge cost', 'prices'],
    ['what a charge cost', 'samples'],
  ])('in part is not overwritten by %s (%s)', async (name, what) => {
    const bench = await unreadable(what);
    await expect(revisions[name]?.(bench)).rejects.toThrow();
    expect(await bench.recovered()).toEqual(kept);
  });

  it('tells nobody of prices that it does not know, and asks again at the next look', async () => {
    const bench = await unreadable('prices');
    const told: unknown[] = [];
    const pricing = new Pricing(bench.history, () => 'UTC', {
      told: (_, entries) => told.push(entries),
    });
    await expect(pricing.observed(key, euro, { at: start, since: start })).rejects.toThrow();
    expect(told).toEqual([]);
    await bench.recovered();
    await pricing.observed(key, euro, { at: start + minute, since: start });
    expect(told).toEqual([[own]]);
  });

  it('makes no whole charge of what is seen of its rest', async () => {
    const bench = await unreadable('samples');
    const recorder = new Recorder(bench);
    const running = { startedAt: start, startSeen: true, lastPowerAt: start, samples: [] };
    const read = (minutes: number) =>
      recorder.observed({
        chargerKey: key,
        facts: { brand: 'wallbox' },
        observation: anObservation('charging', { energyWh: 10_000 }),
        at: start + minutes * minute,
        live: { ...running, energyWh: 10_000 },
      });
    read(61);
    await recorder.settled();
    await bench.recovered();
    read(62);
    await recorder.settled();
    const [session] = await bench.history.sessions(everything);
    // Of the minute before the later run's first reading nobody knows.
    expect(session).toMatchObject({ chargingMs: 61 * minute });
  });
});

describe('a history that takes nothing more', () => {
  it('is not read as if what waits to be written were not there', async () => {
    const bench = new HistoryBench();
    bench.history.know({ key, brand: 'wallbox', name: 'Garage' });
    await bench.history.flush();
    const other = connect(await loadEngine(), bench.file);
    other.exec('BEGIN IMMEDIATE');
    bench.history.setPrices(key, [own]);
    expect(await bench.history.flush()).toEqual({ kind: 'busy' });
    const pricing = new Pricing(bench.history, () => 'UTC');
    await expect(pricing.observed(key, euro, { at: start, since: start })).rejects.toThrow();
    other.exec('ROLLBACK');
    other.close();
    await bench.clock.advance(minute);
    expect(await bench.history.prices(key)).toEqual([own]);
  });
});

describe('revisions at the same time', () => {
  it('come one after the other, also after one that has failed', async () => {
    const { history } = new HistoryBench();
    const said: string[] = [];
    const revision = (name: string) =>
      history.revise(async (sure) => {
        said.push(`${name} begins`);
        await sure.prices(key);
        said.push(`${name} ends`);
        if (name === 'first') throw new Error('failed');
      });
    const first = revision('first');
    const second = revision('second');
    await expect(first).rejects.toThrow('failed');
    await second;
    expect(said).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('leave the last word to what the owner sets', async () => {
    const bench = new HistoryBench();
    const pricing = new Pricing(bench.history, () => 'UTC');
    const observation = pricing.observed(key, euro, { at: start, since: start });
    const set = pricing.replace(key, [own]);
    const again = pricing.observed(key, { ...euro, perKwh: 0.3 }, { at: start + 1, since: start });
    await Promise.all([observation, set, again]);
    expect(await bench.history.prices(key)).toEqual([own]);
  });
});
