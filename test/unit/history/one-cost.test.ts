import { describe, expect, it, onTestFinished } from 'vitest';
import type { Pipeline } from '../../../electron/app/pipeline.ts';
import { chargerState } from '../../../electron/app/state-projection.ts';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import type { ChargerTracker } from '../../../electron/charging/tracker.ts';
import { exportChunks } from '../../../electron/history/export/exporting.ts';
import { HistoryService } from '../../../electron/history/record/history-service.ts';
import { historyReader } from '../../../electron/history/record/lazy-history.ts';
import { loadEngine } from '../../../electron/history/store/engine.ts';
import { openHistory } from '../../../electron/history/store/open-history.ts';
import { Notifier } from '../../../electron/notifications/notifier.ts';
import { reckoning } from '../../../electron/tariffs/reckoning.ts';
import { TariffBook } from '../../../electron/tariffs/tariff-book.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { SlotSeries } from '../../../shared/domain/price/slot.ts';
import type { PriceBand, PriceEntry } from '../../../shared/domain/session/price.ts';
import { money } from '../../../shared/text/format.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { RecordedNotices } from '../../fakes/recorded-notices.ts';
import { toldPipeline } from '../../fakes/told-pipeline.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { everything, hour, key, minute, ownFolder, start } from './history-bench.ts';

const zone = 'Europe/Berlin';
const id = 'a/12345';
const month = { from: '2026-11-01', to: '2026-11-30' } as const;

function entry(tariff: PriceEntry['tariff'], from = 0): PriceEntry {
  return { from, currency: 'EUR', zone, tariff, origin: 'own' };
}
const flat = (perKwh: string, from = 0) => entry({ kind: 'flat', perKwh }, from);

/** The charge of these tests goes from 19:01 to 21:00 in Berlin. */
const evening: PriceBand = { days: [1, 2, 3, 4, 5, 6, 7], from: 1200, to: 1320, perKwh: '0.123' };

const market = { source: 'energyCharts', area: 'DE-LU' } as const;
const quarter = 15 * minute;
/** One price after the other for the quarters from 18:00 UTC on, some of them negative. */
const spots = ['0.08', '-0.0213', '0', '0.11', '0.12345', '-0.4', '0.07', '0.09', '0.2'];
const told: SlotSeries = {
  currency: 'EUR',
  vatIncluded: false,
  slots: spots.map((perKwh, index) => ({
    from: start + index * quarter,
    until: start + (index + 1) * quarter,
    perKwh,
  })),
};
const hourly = entry({
  kind: 'hourly',
  market,
  factor: '1.05',
  surcharge: '0.0187',
  vatPercent: '19',
  gridFee: { bands: [evening], otherwise: '0.0642' },
});

/** The counter of every minute times the price of its quarter, by nothing of what is tested. */
function hourlyCost(): number {
  let sum = 0;
  for (let one = 1; one < 120; one += 1) {
    const kwh = (Math.round((7360 / 119) * one) - Math.round((7360 / 119) * (one - 1))) / 1000;
    const fee = one >= 60 ? 0.123 : 0.0642;
    sum += kwh * (Number(spots[Math.floor(one / 15)]) * 1.05 + 0.0187 + fee) * 1.19;
  }
  return sum;
}

/** All that names the cost of a charge, without its surroundings. */
class House {
  readonly clock = new FakeClock(start);
  readonly notices = new RecordedNotices();
  readonly book: TariffBook;
  readonly pipeline: Pipeline;
  readonly tracker: ChargerTracker;
  readonly records: HistoryService;

  constructor(own: readonly PriceEntry[]) {
    const { clock } = this;
    const log = new RecordedLog();
    const file = `${ownFolder()}/history.db`;
    this.book = new TariffBook({
      kept: own.length > 0 ? [{ charger: key, entries: own }] : [],
      log,
      now: () => clock.now(),
      zone: () => zone,
      load: async () => reckoning,
      market: { slots: () => [told], recalled: async () => undefined, wake: () => undefined },
      changed: () => void this.tracker.reprice(),
    });
    this.records = new HistoryService({
      clock,
      log,
      open: (parts) => openHistory({ ...parts, file, load: loadEngine }),
      charger: () => undefined,
      lastSessions: { records: () => [], say: () => undefined },
      settings: () => defaultSettings,
      setSettings: () => undefined,
      zone: () => zone,
      changed: () => undefined,
      progressed: () => undefined,
      prices: (charger, entries) => this.book.learn(charger, entries),
      slots: () => ({ market, series: told }),
      desktop: { choosePlace: async () => undefined, chooseFile: async () => undefined },
    });
    onTestFinished(() => this.records.stop());
    const port = this.notices;
    const kept: ChargerRecord[] = [newRecord({ id, accountId: 'a', brand: 'wallbox' })];
    const save = async () => undefined;
    const notifier = new Notifier({ port, clock, log, kept: { outbox: [] }, save });
    const history = historyReader(this.records.repository);
    const parts = { clock, log, kept, notifier, tariffs: this.book, readers: [history], save };
    ({ pipeline: this.pipeline, tracker: this.tracker } = toldPipeline(parts));
  }

  get record(): ChargerRecord {
    const record = this.tracker.record(id);
    if (!record) throw new Error('It is remembered');
    return record;
  }

  async read(at: number, state: 'available' | 'charging' | 'complete', more: Partial<Observation>) {
    this.clock.setWall(at);
    this.pipeline.apply(id, { kind: 'observed', at, observation: anObservation(state, more) });
    await turns(1);
  }

  /** 7.36 kWh in two hours, evenly; the charger's price is what it is at that minute. */
  async live(priceAt: (minutes: number) => number | undefined): Promise<void> {
    const price = (minutes: number) => {
      const perKwh = priceAt(minutes);
      return perKwh === undefined ? {} : { price: { perKwh, currency: 'EUR' } };
    };
    await this.read(start, 'available', { energyWh: 0, ...price(0) });
    await this.book.ready();
    for (let one = 1; one <= 120; one += 1) {
      const energyWh = Math.round((7360 / 119) * (one - 1));
      await this.read(start + one * minute, 'charging', { powerW: 3711, energyWh, ...price(one) });
    }
    const after = { powerW: 0, energyWh: 7360, ...price(121) };
    await this.read(start + 121 * minute, 'complete', after);
    await this.records.repository.settled();
  }

  async said() {
    const { history } = this.records.repository;
    const [session] = await history.sessions(everything);
    const statement = await this.records.statement({ chargers: [key], ...month, zone });
    const order = { query: everything, what: 'sessions', format: 'csv', zone } as const;
    let csv = '';
    for await (const { text } of exportChunks(history, order)) csv += text;
    return {
      session,
      card: chargerState(this.record, undefined).session?.cost,
      notice: this.notices.offered[0]?.body,
      paper: statement?.parts[0]?.rows[0]?.cost,
      total: statement?.sums.totalCosts,
      csv,
    };
  }
}

describe('the cost of a charge', () => {
  it.each<[string, readonly PriceEntry[], (minutes: number) => number | undefined, number]>([
    ["the charger's price", [], () => 0.31, 7.36 * 0.31],
    ["the owner's price, whatever the charger says", [flat('0.10')], () => 0.31, 0.736],
    ["the owner's price alone", [flat('0.10')], () => undefined, 0.736],
    [
      'times of the day',
      [entry({ kind: 'bands', bands: [evening], otherwise: '0.40' })],
      () => 0.31,
      7.36 * ((60 / 119) * 0.123 + (59 / 119) * 0.4),
    ],
    [
      'a price that the owner has changed for its second half',
      [flat('0.10'), flat('0.30', start + 60.5 * minute)],
      () => 0.31,
      1.472,
    ],
    ['a price of the market with a grid fee by the hour', [hourly], () => 0.31, hourlyCost()],
    ['a price that changes in the charger', [], (at) => (at < 61 ? 0.1 : 0.4), 1.8307],
  ])('is the same wherever it is told, by %s', async (_what, own, priceAt, amount) => {
    const house = new House(own);
    if (own.length > 0) await house.records.setPrices(key, own);
    await house.live(priceAt);
    const { session, card, csv, notice, paper, total } = await house.said();
    const cost = session?.cost;
    expect(Number(cost?.amount)).toBeCloseTo(amount, 2);
    expect(card).toMatchObject({ amount: cost?.amount, currency: 'EUR' });
    expect(notice).toContain(`about ${money(cost?.amount ?? '', 'EUR')}`);
    const printed = Number(cost?.amount).toFixed(2);
    expect(paper).toEqual({ amount: printed, currency: 'EUR' });
    expect(total).toEqual([paper]);
    expect(csv).toContain(`,${printed},EUR,`);
    expect(cost?.estimated).toBe(card?.estimated);
  });

  it('is not known of a charge whose energy is not', async () => {
    const house = new House([flat('0.10')]);
    house.read(start, 'available', {});
    await house.book.ready();
    house.read(start + minute, 'charging', {});
    house.read(start + hour, 'complete', {});
    await house.records.repository.settled();
    const { session, card, notice } = await house.said();
    expect(session).toBeDefined();
    expect([session?.cost, card]).toEqual([undefined, undefined]);
    expect(notice).not.toMatch(/about/);
  });
});
