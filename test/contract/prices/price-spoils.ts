import { describe, expect, it } from 'vitest';
import { gapOf, type PriceSpoil } from '../../simulators/prices/market.ts';
import type { PriceHarness } from './price-bench.ts';
import {
  afternoon,
  expectSound,
  expectTrue,
  expectWhole,
  failureIn,
  priceCase,
  pricesIn,
  within,
} from './price-case.ts';

/** Forms of the right prices that are as good as the usual one; some at a time, as it saves time. */
const harmless: readonly (readonly PriceSpoil[])[] = [
  ['strings', 'duplicates', 'newestFirst'],
  ['dayTwice', 'overlaps'],
];

/** What a source makes of prices that are not as they should be. */
export function spoilCases(harness: PriceHarness): void {
  const bench = priceCase(harness, afternoon);
  const ask = (...spoils: readonly PriceSpoil[]) => {
    bench().simulator.spoil(...spoils);
    return bench().ask(0, 1);
  };

  describe('prices', () => {
    it.each(harmless)('are the same when they come as %s, %s and the like', async (...spoils) => {
      const series = pricesIn(await ask(...spoils));
      expectSound(series);
      expectTrue(series, bench());
      expectWhole(series, bench().day(0), bench().day(2));
    });

    it('that are unknown are left out', async () => {
      const series = pricesIn(await ask('nulls'));
      expectSound(series);
      expectTrue(series, bench());
      const whole = (bench().day(2) - bench().day(0)) / harness.stepMs;
      const found = within(series, bench().day(0), bench().day(2)).length;
      expect(found).toBeLessThan(whole);
      expect(found).toBeGreaterThan(whole * 0.8);
    });

    it('that are missing leave a gap', async () => {
      const series = pricesIn(await ask('gap'));
      expectTrue(series, bench());
      const { from, until } = gapOf(afternoon);
      expect(within(series, from, until)).toEqual([]);
      expectWhole(series, bench().day(0), from);
      expectWhole(series, until, bench().day(1));
    });

    it('that are late leave today as it is', async () => {
      const series = pricesIn(await ask('late'));
      expectWhole(series, bench().day(0), bench().day(1));
      expect(within(series, bench().day(1), bench().day(2))).toEqual([]);
    });

    const units = ['tenfold', 'thousandfold'] as const;
    it.each(units)('in a %s unit are doubted', async (spoil) => {
      expect(failureIn(await ask(spoil))).toMatchObject({ kind: 'implausible' });
    });

    it('that are not there at all are not published', async () => {
      expect(failureIn(await ask('empty'))).toEqual({ kind: 'notPublished' });
    });
  });
}
