import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../simulators/prices/market.ts';
import type { PriceHarness } from './price-bench.ts';
import {
  afternoon,
  expectSound,
  expectTrue,
  expectWhole,
  failureIn,
  morning,
  priceCase,
  pricesIn,
  within,
} from './price-case.ts';

/** What a source tells when nothing is wrong. */
export function priceCases(harness: PriceHarness): void {
  const { source, stepMs, currency, vatIncluded = false } = harness;

  describe('in the afternoon', () => {
    const bench = priceCase(harness, afternoon);

    it('gives today and tomorrow without a gap, each slot with its price', async () => {
      const series = pricesIn(await bench().ask(0, 1));
      expectSound(series);
      expectTrue(series, bench());
      expectWhole(series, bench().day(0), bench().day(2));
      expect(series).toMatchObject({ currency, vatIncluded });
      expect(series.slots[0]).toSatisfy((slot) => slot.until - slot.from === stepMs);
    });

    it('asks its own host, a few times at most, and nothing that is refused', async () => {
      await bench().ask(0, 1);
      const { requests } = bench().simulator;
      expect(requests.length).toBeLessThanOrEqual(harness.mostRequests);
      const host = source.areas[0]?.host ?? source.host;
      if (host) expect(new Set(requests.map((one) => one.host))).toEqual(new Set([host]));
      expect(new Set(requests.map(({ status }) => status))).toEqual(new Set([200]));
      expect(requests[0]?.auth).toBe(harness.token === undefined ? 'none' : 'bearer');
    });

    it('knows what each of its areas is called there', async () => {
      const { areas } = source;
      const outcomes = await Promise.all(areas.map((area) => bench().ask(0, 0, { area })));
      for (const [index, { code }] of areas.entries()) {
        const outcome = outcomes[index];
        expect([code, outcome?.ok]).toEqual([code, true]);
        if (outcome?.ok && harness.currency === outcome.value.currency)
          expectTrue(outcome.value, bench(), code);
      }
      expect(source.areas.map(({ code }) => code)).toContain(harness.area.code);
    });
  });

  describe('before tomorrow is published', () => {
    const bench = priceCase(harness, morning);

    it('gives what there is', async () => {
      const series = pricesIn(await bench().ask(0, 1));
      expectWhole(series, bench().day(0), bench().day(1));
      expect(within(series, bench().day(1), bench().day(2))).toEqual([]);
    });

    it('says of tomorrow alone that it is not published', async () => {
      expect(failureIn(await bench().ask(1, 1))).toEqual({ kind: 'notPublished' });
    });
  });

  describe.each([
    ['of 23 hours', Date.UTC(2027, 2, 28, 14), 23],
    ['of 25 hours', Date.UTC(2026, 9, 25, 14), 25],
  ])('on a day %s', (_, now, hours) => {
    const bench = priceCase(harness, now);

    it('gives each of its slots once', async () => {
      const series = pricesIn(await bench().ask(0, 1));
      const [from, until] = [bench().day(0), bench().day(1)];
      expect(within(series, from, until)).toHaveLength((hours * HOUR_MS) / stepMs);
      expectWhole(series, from, until);
      expectTrue(series, bench());
    });
  });

  describe('on a Sunday', () => {
    const bench = priceCase(harness, Date.UTC(2026, 5, 14, 14));

    it('keeps prices below zero', async () => {
      const series = pricesIn(await bench().ask(0, 0));
      expect(series.slots.some(({ perKwh }) => perKwh.startsWith('-'))).toBe(true);
      expectTrue(series, bench());
    });
  });
}
