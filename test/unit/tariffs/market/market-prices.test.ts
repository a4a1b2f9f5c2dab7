import { describe, expect, it } from 'vitest';
import {
  type MarketParts,
  MarketPrices,
} from '../../../../electron/tariffs/market/market-prices.ts';
import type { PriceRequest } from '../../../../electron/tariffs/sources/price-source.ts';
import type { PriceSlot, SlotSeries } from '../../../../shared/domain/price/slot.ts';
import type { PriceFailure } from '../../../../shared/domain/price/source.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import { FakeClock, turns } from '../../../fakes/fake-clock.ts';
import { FakeKeptFile } from '../../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../../fakes/recorded-log.ts';

const hour = 3_600_000;
const day = 24 * hour;
const area = { code: 'DE-LU', zone: 'UTC' };
const choice = { source: 'energyCharts', area: 'DE-LU' } as const;
const noon = Date.UTC(2026, 10, 20, 8);
const midnight = Date.UTC(2026, 10, 20);

type Answer = Result<SlotSeries, PriceFailure>;

/** Hours from `from` to `until` at one price. */
function hours(from: number, until: number, perKwh: string): readonly PriceSlot[] {
  return Array.from({ length: (until - from) / hour }, (_, index) => ({
    from: from + index * hour,
    until: from + (index + 1) * hour,
    perKwh,
  }));
}

function series(from: number, until: number, perKwh = '0.1'): Answer {
  const slots = hours(from, until, perKwh);
  return success({ currency: 'EUR', vatIncluded: false, slots });
}

class Bench {
  readonly clock = new FakeClock(noon);
  readonly log = new RecordedLog();
  readonly asked: { readonly by: string; readonly at: number; readonly request: PriceRequest }[] =
    [];
  readonly answers = { energyCharts: [] as Answer[], awattar: [] as Answer[] };
  changes = 0;

  constructor(readonly file = new FakeKeptFile()) {}

  async open(more: Partial<MarketParts> = {}): Promise<MarketPrices> {
    const of = (by: 'energyCharts' | 'awattar') => ({
      name: by,
      area,
      source: {
        fetch: async (request: PriceRequest) => {
          this.asked.push({ by, at: this.clock.now(), request });
          return this.answers[by].shift() ?? failed({ kind: 'serverError' as const });
        },
      },
    });
    const prices = new MarketPrices({
      choice,
      book: { find: () => of('energyCharts'), stepIn: () => [of('awattar')] },
      tools: {} as MarketParts['tools'],
      clock: this.clock,
      random: () => 0,
      log: this.log,
      kept: this.file.read().value,
      file: this.file,
      changed: () => void this.changes++,
      ...more,
    });
    await this.clock.advance(0);
    await turns();
    return prices;
  }

  get times(): string[] {
    return this.asked.map(({ by, at }) => `${by} ${new Date(at).toISOString().slice(5, 16)}`);
  }
}

describe('the prices of a market', () => {
  it("are asked for at once, then at one o'clock, then hourly until tomorrow's are there", async () => {
    const bench = new Bench();
    const today = series(midnight - day, midnight + day);
    bench.answers.energyCharts = [today, today, today, series(midnight - day, midnight + 2 * day)];
    const prices = await bench.open();
    await bench.clock.advance(day);
    expect(bench.times).toEqual([
      'energyCharts 11-20T08:00',
      'energyCharts 11-20T13:00',
      'energyCharts 11-20T14:00',
      'energyCharts 11-20T15:00',
    ]);
    expect(prices.view().slots.at(-1)?.until).toBe(midnight + 2 * day);
    expect(bench.changes).toBe(4);
  });

  it('outlive a restart without being asked for again', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [series(midnight - day, midnight + day)];
    const before = await bench.open();
    await before.stop();
    const again = new Bench(bench.file);
    const after = await again.open();
    expect(again.times).toEqual([]);
    expect(after.view()).toEqual(before.view());
  });

  it('of another choice are not those that were kept', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [series(midnight - day, midnight + day)];
    await (await bench.open()).stop();
    const again = new Bench(bench.file);
    const after = await again.open({ choice: { ...choice, area: 'AT' } });
    expect(after.view().slots).toEqual([]);
    expect(again.times).toHaveLength(2);
  });

  it('come from the source that steps in, which fills gaps only', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [series(midnight - day, midnight + day, '0.1')];
    const prices = await bench.open();
    bench.answers.awattar = [series(midnight, midnight + 2 * day, '0.2')];
    await bench.clock.advance(6 * hour);
    const { slots, told, failure } = prices.view();
    expect(slots).toEqual([
      ...hours(midnight - day, midnight + day, '0.1'),
      ...hours(midnight + day, midnight + 2 * day, '0.2'),
    ]);
    expect(told?.by).toBe('awattar');
    expect(failure).toEqual({ kind: 'serverError' });
  });

  it('stay when nobody answers, and are asked for an hour later', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [series(midnight - day, midnight + day)];
    const prices = await bench.open();
    await bench.clock.advance(6.5 * hour);
    expect(bench.times.slice(1)).toEqual([
      'energyCharts 11-20T13:00',
      'awattar 11-20T13:00',
      'energyCharts 11-20T14:00',
      'awattar 11-20T14:00',
    ]);
    expect(prices.view()).toMatchObject({
      told: { at: noon, by: 'energyCharts' },
      failure: { kind: 'serverError' },
    });
    expect(prices.view().slots).toHaveLength(48);
  });

  it('are not asked for before the source wants to be', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [failed({ kind: 'rateLimited', until: noon + 3 * hour })];
    await bench.open();
    await bench.clock.advance(3 * hour);
    expect(bench.times.filter((one) => one.startsWith('energy'))).toEqual([
      'energyCharts 11-20T08:00',
      'energyCharts 11-20T11:00',
    ]);
  });

  it('of another currency than those before do not stand in for them', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [series(midnight - day, midnight + day)];
    const prices = await bench.open();
    const slots = hours(midnight, midnight + 2 * day, '1.5');
    bench.answers.awattar = [success({ currency: 'SEK', vatIncluded: false, slots })];
    await bench.clock.advance(6 * hour);
    expect(bench.asked.at(-1)?.request.currency).toBe('EUR');
    expect(prices.view()).toMatchObject({
      told: { by: 'energyCharts' },
      failure: { kind: 'serverError' },
    });
  });

  it('survive a fault of the app, and are asked for later', async () => {
    const bench = new Bench();
    const broken: MarketParts['book'] = {
      find: () => ({ name: 'x', area, source: { fetch: () => Promise.reject(new Error('bug')) } }),
      stepIn: () => [],
    };
    await bench.open({ book: broken });
    expect(bench.log.lines.map(({ line }) => line)).toEqual(['prices not read']);
    await bench.clock.advance(hour);
    expect(bench.log.lines).toHaveLength(2);
  });

  it('are asked for soon again where nobody was reached', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [
      failed({ kind: 'unreachable' }),
      series(midnight - day, midnight + day),
    ];
    bench.answers.awattar = [failed({ kind: 'unreachable' })];
    const prices = await bench.open();
    await bench.clock.advance(5 * 60_000);
    expect(bench.times.filter((one) => one.startsWith('energy'))).toEqual([
      'energyCharts 11-20T08:00',
      'energyCharts 11-20T08:05',
    ]);
    expect(prices.view().failure).toBeUndefined();
  });

  it('are not asked of those who step in before an hour, whoever was not reached', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [failed({ kind: 'unreachable' })];
    await bench.open();
    await bench.clock.advance(30 * 60_000);
    expect(bench.times).toEqual(['energyCharts 11-20T08:00', 'awattar 11-20T08:00']);
  });

  it('of the day before yesterday are shown no more', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [
      series(midnight - day, midnight + day),
      series(midnight, midnight + 2 * day),
      series(midnight + day, midnight + 3 * day),
    ];
    const prices = await bench.open();
    await bench.clock.advance(1.5 * day);
    expect(prices.view().slots.at(0)?.from).toBe(midnight);
    expect(prices.known()?.series.slots.at(0)?.from).toBe(midnight - day);
  });

  it('are known for ten days, for charges whose end nobody has seen yet', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = Array.from({ length: 14 }, (_, index) =>
      series(midnight + (index - 1) * day, midnight + (index + 1) * day),
    );
    const prices = await bench.open();
    await bench.clock.advance(13 * day);
    const { market, series: known } = prices.known() ?? {};
    expect(market).toEqual(choice);
    expect(known?.slots.at(0)?.from).toBe(midnight + 2 * day);
    expect(known?.slots).toHaveLength(12 * 24);
    await prices.stop();
    const again = await new Bench(bench.file).open();
    expect(again.known()?.series).toEqual(known);
  });

  it('are asked for back to the last that are known, after the computer was off', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [series(midnight - day, midnight + day)];
    await (await bench.open()).stop();
    const later = new Bench(bench.file);
    later.clock.setWall(noon + 5 * day);
    later.answers.energyCharts = [series(midnight + day, midnight + 6 * day)];
    const prices = await later.open();
    expect(later.asked.map(({ request }) => request.from)).toEqual([midnight + day]);
    expect(prices.known()?.series.slots).toHaveLength(7 * 24);
  });

  it('are asked for from when on somebody pays by them, a week back at most, and once', async () => {
    const bench = new Bench();
    let paidSince: number | undefined;
    const own = series(midnight - day, midnight + 2 * day);
    bench.answers.energyCharts = [own, series(midnight - 3 * day, midnight + 2 * day), own];
    const prices = await bench.open({ paidSince: () => paidSince });
    expect(bench.asked.at(-1)?.request.from).toBe(midnight - day);
    paidSince = midnight - 40 * day;
    prices.wake();
    await bench.clock.advance(2 * hour);
    expect(bench.times).toEqual(['energyCharts 11-20T08:00', 'energyCharts 11-20T09:00']);
    expect(bench.asked.at(-1)?.request.from).toBe(midnight - 7 * day);
    expect(prices.known()?.series.slots).toHaveLength(5 * 24);
    await bench.clock.advance(20 * hour);
    expect(bench.times).toHaveLength(2);
  });

  it('are asked for no further back where the days that somebody pays by are known', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [series(midnight - day, midnight + 2 * day)];
    await bench.open({ paidSince: () => midnight });
    await bench.clock.advance(20 * hour);
    expect(bench.times).toHaveLength(1);
  });

  it('are unknown while nothing was told', async () => {
    const prices = await new Bench().open();
    expect(prices.known()).toBeUndefined();
  });

  it('stop being asked for', async () => {
    const bench = new Bench();
    bench.answers.energyCharts = [series(midnight - day, midnight + day)];
    const prices = await bench.open();
    await prices.stop();
    prices.wake();
    await bench.clock.advance(2 * day);
    expect(bench.times).toHaveLength(1);
    expect(bench.clock.waiting).toBe(0);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'prices'],
    ['a slot without a price', { choice, slots: [[1, 2]] }],
    ['a price that is none', { choice, slots: [[1, 2, 'x']] }],
  ])('are asked for anew where the file holds %s', async (_what, content) => {
    const file = new FakeKeptFile();
    await file.write(content);
    const bench = new Bench(file);
    bench.answers.energyCharts = [series(midnight - day, midnight + day)];
    const prices = await bench.open();
    expect(prices.view().slots).toHaveLength(48);
  });
});
