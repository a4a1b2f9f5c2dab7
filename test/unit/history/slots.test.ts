import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backupText, restoreFrom } from '../../../electron/history/backup/backing-up.ts';
import { slotDays } from '../../../electron/history/slots/slot-day.ts';
import { schemaSteps } from '../../../electron/history/store/schema.ts';
import type { KnownSlots } from '../../../electron/tariffs/hourly.ts';
import { Pricing } from '../../../electron/tariffs/pricing.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { PriceSlot, SlotSeries } from '../../../shared/domain/price/slot.ts';
import type { MarketArea, PriceEntry } from '../../../shared/domain/session/price.ts';
import { fc } from '../../fixtures/properties.ts';
import {
  asked,
  everything,
  HistoryBench,
  hour,
  key,
  outside,
  sessionAt,
  start,
} from './history-bench.ts';

const day = 24 * hour;
const quarter = hour / 4;
const market = { source: 'energyCharts', area: 'DE-LU' } as const;
const midnight = Math.floor(start / day) * day;
const all = { market, from: 0, to: 4e12 };

function hours(from: number, prices: readonly string[], length = hour): readonly PriceSlot[] {
  return prices.map((perKwh, index) => ({
    from: from + index * length,
    until: from + (index + 1) * length,
    perKwh,
  }));
}

const series = (slots: readonly PriceSlot[], more: Partial<SlotSeries> = {}): SlotSeries => ({
  currency: 'EUR',
  vatIncluded: false,
  slots,
  ...more,
});

function hourly(of: MarketArea = market): PriceEntry {
  const bare = { kind: 'hourly', factor: '1', surcharge: '0.1', vatPercent: '0' } as const;
  const tariff = { ...bare, market: of };
  return { from: 0, currency: 'EUR', zone: 'Europe/Berlin', tariff, origin: 'own' };
}

const flat: PriceEntry = { ...hourly(), tariff: { kind: 'flat', perKwh: '0.5' } };

function keep({ history }: HistoryBench, told: SlotSeries, how?: 'restored'): void {
  for (const one of slotDays(market, told)) history.keepSlots(one, how);
}

/** The price that is kept for a moment. */
function at(found: readonly SlotSeries[], moment: number): string | undefined {
  const slots = found.flatMap((one) => one.slots);
  return slots.find(({ from, until }) => from <= moment && until > moment)?.perKwh;
}

describe('what a market has told', () => {
  it('is kept by its currency and tax, and replaced by what is told later', async () => {
    const bench = new HistoryBench();
    keep(bench, series(hours(start, ['0.1', '-0.02', '0.3'])));
    keep(bench, series(hours(start, ['1.5']), { currency: 'SEK', vatIncluded: true }));
    await bench.history.flush();
    keep(bench, series(hours(start + 2 * hour, ['0.4', '0.5'])));
    const { history } = await bench.reopened();
    expect(await history.slots(all)).toEqual([
      series(hours(start, ['0.1', '-0.02', '0.4', '0.5'])),
      series(hours(start, ['1.5']), { currency: 'SEK', vatIncluded: true }),
    ]);
    expect(await history.slots({ ...all, market: { ...market, area: 'AT' } })).toEqual([]);
    expect(await history.slots({ ...all, to: start - day })).toEqual([]);
  });

  it('comes back to the last digit, whatever the slots', async () => {
    const decimal = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 9 }))
      .map(([whole, digits]) =>
        (whole / 10 ** digits).toFixed(digits).replace(/^-(0\.?0*)$/, '$1'),
      );
    const slots = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 0, max: 3 }), decimal), {
        minLength: 1,
        maxLength: 40,
      })
      .map((rows) => {
        let from = start;
        return rows.map(([length, gap, perKwh]) => {
          const begin = from + gap * quarter;
          from = begin + length * quarter;
          return { from: begin, until: from, perKwh };
        });
      });
    await fc.assert(
      fc.asyncProperty(slots, async (told) => {
        const bench = new HistoryBench();
        keep(bench, series(told));
        const found = await bench.history.slots(all);
        for (const { from, until, perKwh } of told) {
          for (const moment of [from, (from + until) / 2, until - 1]) {
            expect(Number(at(found, moment))).toBe(Number(perKwh));
          }
        }
        const length = (of: readonly PriceSlot[]) =>
          of.reduce((sum, { from, until }) => sum + until - from, 0);
        expect(length(found[0]?.slots ?? [])).toBe(length(told));
        await bench.history.close();
      }),
      { numRuns: 25 },
    );
  });

  it('takes less than 350 kB for a year of quarter-hours', async () => {
    const bench = new HistoryBench();
    await bench.history.chargers();
    await bench.history.close();
    const before = statSync(bench.file).size;
    const again = new HistoryBench(bench.file);
    const prices = Array.from({ length: 365 * 96 }, (_, index) => {
      // Prices of a market: two digits per MWh, some negative.
      return (((index * 7919) % 40_000) / 100_000 - 0.05).toFixed(5);
    });
    for (let one = 0; one < 365; one += 1) {
      const slots = hours(midnight + one * day, prices.slice(one * 96, (one + 1) * 96), quarter);
      keep(again, series(slots));
      if (one % 30 === 0) await again.history.flush();
    }
    const kept = await again.history.slots(all);
    expect(kept[0]?.slots).toHaveLength(365 * 96);
    await again.history.close();
    expect(statSync(bench.file).size - before).toBeLessThan(350_000);
  });

  it('has its place in a file of the version before', async () => {
    const older = new HistoryBench(undefined, { steps: schemaSteps.slice(0, 3) });
    older.history.know({ key, brand: 'wallbox', name: 'Garage' });
    await older.history.close();
    await outside(
      older.file,
      `INSERT INTO sessions (charger, own_start, source, started_at, start_seen)
       VALUES (1, ${start}, 'recorded', ${start}, 1)`,
    );
    const bench = await older.reopened();
    keep(bench, series(hours(start, ['0.1'])));
    expect(await bench.history.slots(all)).toHaveLength(1);
    expect(await bench.history.sessions(everything)).toHaveLength(1);
    const [version] = await asked(bench.file, 'PRAGMA user_version');
    expect(version).toMatchObject({ user_version: schemaSteps.length });
  });

  it('comes back from a backup, beside what is known here already', async () => {
    const bench = new HistoryBench();
    bench.history.setPrices(key, [hourly()]);
    keep(bench, series(hours(start, ['0.1', '0.2'])));
    const text = async function* () {
      for await (const chunk of backupText(bench.history, defaultSettings, start)) yield chunk.text;
    };
    const other = new HistoryBench();
    keep(other, series(hours(start + hour, ['0.9'])));
    const { signal } = new AbortController();
    const setSettings = () => undefined;
    const parts = { history: other.history, chunks: text(), signal, setSettings };
    const restored = await restoreFrom(parts);
    expect(restored).toMatchObject({ ok: true, value: { badLines: 0, isWhole: true } });
    expect(await other.history.slots(all)).toEqual([series(hours(start, ['0.1', '0.9']))]);
    expect(await other.history.prices(key)).toEqual([hourly()]);
  });

  it('goes with the sessions that were priced by it', async () => {
    const bench = new HistoryBench();
    const { history } = bench;
    history.record(key, { at: start, state: 'available' });
    const days = [100, 60, 20, 0].map((ago) => start - ago * day);
    for (const from of days) keep(bench, series(hours(from, ['0.1'])));
    for (const from of days) history.saveSession(key, sessionAt(from, { endedAt: from + hour }));
    await history.applyRetention({ sessionsMs: 30 * day });
    const [left] = await history.slots(all);
    expect(left?.slots.map(({ from }) => from)).toEqual(days.slice(2));
  });
});

describe('the cost of sessions by the hour', () => {
  function priced(known: { slots?: KnownSlots }) {
    const bench = new HistoryBench();
    const pricing = new Pricing(bench.history, () => 'Europe/Berlin', {
      slots: () => known.slots,
    });
    const { history } = bench;
    history.know({ key, brand: 'wallbox', name: 'Garage' });
    const energyWh = 10_000;
    history.saveSession(key, sessionAt(start, { endedAt: start + 2 * hour, energyWh }));
    const cost = async () => (await history.sessions(everything))[0]?.cost?.amount;
    return { history, pricing, cost };
  }
  const known: KnownSlots = { market, series: series(hours(start, ['0.1', '0.3'])) };

  it('is said as soon as the market has told its prices', async () => {
    const now: { slots?: KnownSlots } = {};
    const { cost, history, pricing } = priced(now);
    await pricing.replace(key, [hourly()]);
    await pricing.priceFrom(key, start);
    expect(await cost()).toBeUndefined();
    expect(await pricing.followSlots()).toBe(false);
    now.slots = { market, series: series(hours(start, ['0.1'])) };
    expect(await pricing.followSlots()).toBe(true);
    expect(await cost()).toBeUndefined();
    now.slots = known;
    expect(await pricing.followSlots()).toBe(true);
    expect(await cost()).toBe('3');
    expect(await pricing.followSlots()).toBe(false);
    expect(await history.slots(all)).toEqual([known.series]);
  });

  it('is not taken from what the market has told in another currency, be it the same', async () => {
    const inCrowns = { ...known.series, currency: 'SEK' };
    const now: { slots?: KnownSlots } = { slots: { market, series: inCrowns } };
    const { cost, history, pricing } = priced(now);
    await pricing.replace(key, [hourly()]);
    expect(await cost()).toBeUndefined();
    now.slots = known;
    expect(await pricing.followSlots()).toBe(true);
    expect(await cost()).toBe('3');
    expect(await history.slots(all)).toEqual([inCrowns, known.series]);
  });

  it('is that of the prices of its time, whatever is known of them later', async () => {
    const now: { slots?: KnownSlots } = { slots: known };
    const { cost, pricing } = priced(now);
    await pricing.replace(key, [hourly()]);
    expect(await cost()).toBe('3');
    delete now.slots;
    await pricing.replace(key, [flat]);
    expect(await cost()).toBe('5');
    await pricing.replace(key, [hourly()]);
    expect(await cost()).toBe('3');
  });

  it.each<[string, readonly PriceEntry[]]>([
    ['no price', []],
    ['another price', [flat]],
    ['the price of another market', [hourly({ source: 'omie', area: 'ES' })]],
  ])('keeps nothing of a market where a charger has %s', async (_what, entries) => {
    const { history, pricing } = priced({ slots: known });
    await pricing.replace(key, entries);
    expect(await pricing.followSlots()).toBe(false);
    expect(await history.slots(all)).toEqual([]);
  });
});
