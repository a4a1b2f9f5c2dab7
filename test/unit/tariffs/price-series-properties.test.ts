import { expect, it } from 'vitest';
import { type PriceRow, seriesOf } from '../../../electron/tariffs/sources/kit/series.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { fc } from '../../fixtures/properties.ts';

const quarter = 900_000;
const start = Date.UTC(2026, 5, 10);

/** Rows of a few hours in any order: some twice, some without an end, some without a price. */
const someRows = fc.array(
  fc
    .record({
      from: fc.integer({ min: 0, max: 16 }),
      quarters: fc.option(fc.integer({ min: -1, max: 5 }), { nil: undefined }),
      price: fc.option(fc.integer({ min: -500, max: 900 }), { nil: undefined, freq: 6 }),
    })
    .map(({ from, quarters, price }): PriceRow => {
      const at = start + from * quarter;
      const until = quarters === undefined ? {} : { until: at + quarters * quarter };
      return { from: at, ...until, price: price === undefined ? null : String(price) };
    }),
  { maxLength: 24 },
);

function slotsOf(rows: readonly PriceRow[]) {
  const wanted = { from: start, until: start + 24 * quarter };
  const about = { source: 'own', currency: 'EUR', unit: 'MWh', wanted } as const;
  const read = seriesOf(rows, { ...about, log: new RecordedLog() });
  return read.ok ? read.value.slots : [];
}

it('whatever rows come, slots are in order, apart, and have the last price of their start', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const slots = slotsOf(rows);
      for (const [index, { from, until, perKwh }] of slots.entries()) {
        expect(from).toBeGreaterThanOrEqual(slots[index - 1]?.until ?? start);
        expect(until).toBeGreaterThan(from);
        expect(Number(perKwh) * 1000).toBeCloseTo(
          Number(rows.findLast((row) => row.from === from)?.price),
        );
        // Nothing is told for a time at which another row begins.
        expect(rows.filter((row) => row.from > from && row.from < until)).toEqual([]);
      }
    }),
  );
});

it('the order of rows changes nothing, unless they contradict each other', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const apart = [...new Map(rows.map((row) => [row.from, row])).values()];
      expect(slotsOf(apart.toReversed())).toEqual(slotsOf(apart));
    }),
  );
});
