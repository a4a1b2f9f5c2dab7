import { describe, expect, it } from 'vitest';
import {
  type ChargerRecord,
  chargerRecordSchema,
  newRecord,
  type SessionRecord,
} from '../../../electron/charging/record.ts';
import { reduce } from '../../../electron/charging/reduce.ts';
import { Recorder } from '../../../electron/history/record/recorder.ts';
import { Pricing } from '../../../electron/tariffs/pricing.ts';
import { liveCost } from '../../../electron/tariffs/session-cost.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import type { SlotSeries } from '../../../shared/domain/price/slot.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';
import { fc } from '../../fixtures/properties.ts';
import { everything, HistoryBench, key, minute } from './history-bench.ts';

const day = [1, 2, 3, 4, 5, 6, 7];
/** Cheap from ten at night, and free for an hour at noon. */
const bands: PriceEntry = {
  from: 0,
  currency: 'EUR',
  zone: 'UTC',
  tariff: {
    kind: 'bands',
    bands: [
      { days: day, from: 1320, to: 360, perKwh: '0.1' },
      { days: day, from: 720, to: 780, perKwh: '0' },
    ],
    otherwise: '0.4',
  },
  origin: 'own',
};
const midnight = Date.UTC(2026, 10, 21);
const market = { source: 'energyCharts', area: 'DE-LU' } as const;
const hourly: PriceEntry = {
  ...bands,
  tariff: { kind: 'hourly', market, factor: '1.1', surcharge: '0.02', vatPercent: '19' },
};
/** Another price in every quarter of an hour of three days, but none known in the second night. */
const quarters: SlotSeries = {
  currency: 'EUR',
  vatIncluded: false,
  slots: Array.from({ length: 3 * 96 }, (_, index) => ({
    from: midnight + index * 15 * minute,
    until: midnight + (index + 1) * 15 * minute,
    perKwh: `${((index * 37) % 41) / 100 - 0.05}`.slice(0, 8),
  })).filter(({ from }) => (from - midnight) / minute < 1440 || (from - midnight) / minute > 1800),
};
const clock = (hours: number, minutes = 0) => hours * 60 + minutes;

/** A charger whose looks go to card and history alike. Times are minutes since midnight. */
class House {
  record: ChargerRecord = newRecord({ id: 'a/12345', accountId: 'a', brand: 'wallbox' });
  bench = new HistoryBench();
  recorder: Recorder = new Recorder(this.bench);
  /** For how long each reading speaks for the charger, ms; 0 where nobody says. */
  validForMs = 0;
  /** What the card holds of each charge in the end, by its start. */
  readonly onCard = new Map<number, SessionRecord>();

  read(at: number, state: ChargerStatus['state'], more: Partial<Observation> = {}): this {
    const observation = anObservation(state, more);
    const when = midnight + at * minute;
    const { validForMs } = this;
    const read = { kind: 'observed', at: when, observation, validForMs } as const;
    this.record = reduce(this.record, read, cloudPatience);
    const { session: live, brand } = this.record;
    const facts = { brand };
    this.recorder.observed({ chargerKey: key, facts, observation, validForMs, at: when, live });

    if (live) this.onCard.set(Math.round(live.startedAt), live);
    return this;
  }

  fail(at: number): this {
    const failure = { kind: 'unreachable' } as const;
    const when = midnight + at * minute;
    this.record = reduce(this.record, { kind: 'failed', at: when, failure }, cloudPatience);
    return this;
  }

  wake(): this {
    this.record = reduce(this.record, { kind: 'interrupted' }, cloudPatience);
    return this;
  }

  async restart(): Promise<this> {
    await this.recorder.settled();
    this.bench = await this.bench.reopened();
    this.recorder = new Recorder(this.bench);
    const kept = chargerRecordSchema.parse(JSON.parse(JSON.stringify(this.record)));
    this.record = reduce(kept, { kind: 'interrupted' }, cloudPatience);
    return this;
  }

  /** What each charge that has ended costs by card and by history, by the times of day and by the hour. */
  async costs() {
    await this.recorder.settled();
    return [...(await this.#costsBy(bands)), ...(await this.#costsBy(hourly))];
  }

  async #costsBy(entry: PriceEntry) {
    const { history } = this.bench;
    const pricing = new Pricing(history, () => 'UTC', {
      slots: () => ({ market, series: quarters }),
    });
    await pricing.replace(key, [entry]);
    await history.revise(async (sure) => pricing.priceAll(await sure.sessions(everything), sure));
    const kept = await history.sessions(everything);
    const ended = [...this.onCard.values()].filter(({ endedAt }) => endedAt !== undefined);
    return ended.map((live) => ({
      card: told(liveCost(live, [entry], () => [quarters])),
      history: told(kept.find((one) => one.startedAt === Math.round(live.startedAt))?.cost),
    }));
  }
}

function told(cost: ReturnType<typeof liveCost>): string {
  return cost ? `${cost.amount}${cost.estimated ? ' estimated' : ''}` : 'unknown';
}

const kwh = (count: number) => ({ energyWh: count * 1000, powerW: 7000 });

describe('a charge costs the same on its card and in its history', () => {
  it('of a car that was full, and is seen charging again after a sleep', async () => {
    const house = new House().read(clock(17), 'available').read(clock(17, 2), 'charging', kwh(0));
    house.read(clock(20), 'complete', kwh(20));
    await house.restart();
    for (let one = 0; one <= 40; one += 2) {
      house.read(clock(21, 40 + one), 'charging', kwh(22 + one / 5));
    }
    house.read(clock(22, 22), 'complete', kwh(30));
    const [, second] = await house.costs();
    expect(second?.history).toBe(second?.card);
    expect(second?.card).toBe('2.8 estimated');
  });

  it('of one that nobody saw in the same stay', async () => {
    const house = new House().read(clock(17), 'available').read(clock(17, 2), 'charging', kwh(0));
    house.read(clock(20), 'complete', kwh(3));
    await house.restart();
    house.read(clock(23), 'complete', kwh(8));
    const [, second] = await house.costs();
    expect(second?.history).toBe(second?.card);
  });

  it('over some looks that failed as the price changed: no longer than a pause of looks', async () => {
    const house = new House().read(clock(21), 'available').read(clock(21, 1), 'charging', kwh(0));
    house.read(clock(21, 56), 'charging', kwh(6));
    for (let one = 58; one < 64; one += 2) house.fail(clock(21, one));
    house.read(clock(22, 4), 'charging', kwh(7)).read(clock(23), 'complete', kwh(12));
    const [live] = await house.costs();
    expect(live?.history).toBe(live?.card);
  });

  it('whose counter still grew after a pause', async () => {
    const house = new House().read(clock(21), 'available').read(clock(21, 1), 'charging', kwh(0));
    house.read(clock(21, 50), 'charging', kwh(5)).read(clock(21, 52), 'paused', kwh(5));
    house.read(clock(21, 54), 'paused', kwh(5.4));
    for (let one = clock(21, 56); one < clock(23); one += 2) house.read(one, 'paused', kwh(5.4));
    house.read(clock(23), 'charging', kwh(5.4)).read(clock(23, 30), 'complete', kwh(8));
    const [live] = await house.costs();
    expect(live?.history).toBe(live?.card);
  });

  /** Minutes, W; what happens to the looks meanwhile. */
  const stretch = fc.record({
    state: fc.constantFrom('charging', 'charging', 'waiting', 'paused', 'queued', 'complete'),
    lasts: fc.integer({ min: 4, max: 200 }),
    powerW: fc.constantFrom(3700, 7400, 11_000),
    fate: fc.constantFrom(
      'observation',
      'observation',
      'observation',
      'failed',
      'restart',
      'slept',
    ),
    every: fc.constantFrom(1, 2, 5, 20),
  });
  const stay = fc.record({
    away: fc.integer({ min: 8, max: 300 }),
    stretches: fc.array(stretch, { minLength: 1, maxLength: 6 }),
    beginsAnew: fc.boolean(),
  });

  /** What a charger says every three seconds, around the hour from which it costs nothing. */
  const moment = fc.record({
    state: fc.constantFrom('charging', 'charging', 'charging', 'waiting', 'paused', 'complete'),
    lasts: fc.integer({ min: 1, max: 60 }),
    powerW: fc.constantFrom(3700, 7400, 11_000),
    phases: fc.constantFrom(1, 3),
    vendorCode: fc.constantFrom('194', '195'),
    fate: fc.constantFrom('seen', 'seen', 'seen', 'failed', 'restart', 'woke'),
  });

  it('whatever is said many times a minute', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 2, maxLength: 12 }), async (moments) => {
        const house = new House();
        house.validForMs = minute;
        let at = clock(11, 59);
        let energyWh = 0;
        house.read(at - 1, 'available', { energyWh });
        for (const { state, lasts, powerW, fate, phases, vendorCode } of moments) {
          if (fate === 'restart') await house.restart();
          if (fate === 'woke') house.wake();
          const flowsW = state === 'charging' ? powerW : 0;
          for (let one = 0; one < lasts; one += 1) {
            at += 1 / 20;
            energyWh += flowsW / 60 / 20;
            if (fate === 'failed') house.fail(at);
            else {
              const said = { phases, vendorCode, powerW: flowsW };
              house.read(at, state, { ...said, energyWh: Math.round(energyWh) });
            }
          }
        }
        house.read(at + 1, 'available', { energyWh }).read(at + 9, 'available', { energyWh });
        for (const { card, history } of await house.costs()) expect(history).toBe(card);
      }),
      { numRuns: 40 },
    );
  });

  it('whatever cars, charger and computer do', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stay, { minLength: 1, maxLength: 3 }), async (stays) => {
        const house = new House();
        let at = clock(8);
        let energyWh = 0;
        house.read(at, 'available', { energyWh });
        for (const { away, stretches, beginsAnew } of stays) {
          at += away;
          house.read(at, 'available', { energyWh });
          if (beginsAnew) energyWh = 0;
          for (const { state, lasts, powerW, fate, every } of stretches) {
            if (fate === 'restart') await house.restart();
            for (let one = 0; one < lasts; one += 1) {
              at += 1;
              const flowsW = state === 'charging' ? powerW : 0;
              energyWh += flowsW / 60;
              if (at % every > 0) continue;
              const wh = Math.round(energyWh);
              if (fate === 'failed') house.fail(at);
              else if (fate !== 'slept') house.read(at, state, { energyWh: wh, powerW: flowsW });
            }
          }
        }
        house.read(at + 1, 'available', { energyWh }).read(at + 9, 'available', { energyWh });
        for (const { card, history } of await house.costs()) expect(history).toBe(card);
      }),
      { numRuns: 40 },
    );
  });
});
