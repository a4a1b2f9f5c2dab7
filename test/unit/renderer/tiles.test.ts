import { describe, expect, test } from 'vitest';
import { scaleOf } from '../../../renderer/charts/bars.ts';
import { formatsOf } from '../../../renderer/components/history/formats.ts';
import type { Span } from '../../../renderer/components/history/span.ts';
import { missingOf, tilesOf } from '../../../renderer/components/history/tiles.ts';
import type { Totals } from '../../../shared/domain/session/history.ts';
import { noTotals, totalsOf } from '../../fixtures/history-rows.ts';

const formatOptions = { locale: 'en-IE', timeZone: 'UTC' };
const manner = { formats: formatsOf(formatOptions), formatOptions };
const may: Span = { unit: 'month', year: 2026, month: 5 };

/** What the four tiles say below their numbers. */
function notes(totals: Totals, before?: Totals, isRunning = false): readonly string[] {
  return tilesOf({ span: may, totals, before, isRunning }, manner).map((tile) =>
    tile.notes.map(({ seen }) => seen).join(', '),
  );
}
const values = (totals: Totals) =>
  tilesOf({ span: may, totals, before: undefined, isRunning: false }, manner).map((tile) =>
    tile.values.join(', ').replaceAll('\u00a0', ' '),
  );
const euros = (amount: string) => [{ amount, currency: 'EUR' }];
const crowns = [{ amount: '12.5', currency: 'NOK' }];
const without = ({ energyWh: _e, chargingMs: _c, ...rest }: Totals): Totals => rest;

describe('tiles', () => {
  test('call unknown what nobody knows', () => {
    const none = { costs: [], averagePrices: [], withoutEnergy: 2, withoutCost: 2 };
    expect(values(without(totalsOf(none)))).toEqual(['unknown', 'unknown', 'unknown', '2']);
  });

  test('have an amount for each currency', () => {
    const both = [...euros('3.40'), ...crowns];
    expect(values(totalsOf({ costs: both, averagePrices: both }))).toEqual([
      '21.98 kWh',
      '€3.40, NOK 12.50',
      '€3.400/kWh, NOK 12.50/kWh',
      '2',
    ]);
  });

  test.each<[string, Partial<Totals>, string]>([
    ['a share of all', { greenEnergyWh: 5_495 }, '25% solar'],
    ['what is little', { greenEnergyWh: 88 }, '0.4% solar'],
    ['none where there was none', { greenEnergyWh: 0 }, ''],
    [
      'a least one where some is unknown',
      { greenEnergyWh: 5_495, withoutGreen: 1 },
      'at least 25% solar',
    ],
  ])('say of solar %s', (_, parts, said) => {
    expect(notes(totalsOf(parts))[0]).toBe(said);
  });

  test('say what plans have saved, and make room for it', () => {
    const saved = [...euros('1.4'), ...crowns];
    const before = totalsOf({ costs: euros('5') });
    expect(notes(totalsOf({ saved }), before)[1]).toBe(
      '▲ 36%, €1.40 saved by plan, NOK\u00a012.50 saved by plan',
    );
    expect(notes(totalsOf(), before)[1]).toBe('▲ 36% vs Apr');
  });

  test.each<[string, Totals | undefined]>([
    ['there is no period before', undefined],
    ['it had nothing', noTotals],
    [
      'nobody knows what it had',
      without(totalsOf({ withoutEnergy: 2, withoutCost: 2, costs: [], averagePrices: [] })),
    ],
  ])('compare no energy or money where %s', (_, before) => {
    expect(notes(totalsOf(), before).slice(0, 3)).toEqual(['', '', '']);
  });

  test('compare amounts of one currency only, most of which is known', () => {
    const [, cost, price] = notes(totalsOf(), totalsOf({ costs: crowns, averagePrices: crowns }));
    expect([cost, price]).toEqual(['', '']);
    const half = totalsOf({ costs: euros('3.40'), withoutCost: 1 });
    expect(notes(totalsOf(), half)[1]).toBe('▲ 100% vs Apr');
    expect(notes(totalsOf(), { ...half, withoutCost: 2 })[1]).toBe('');
  });
});

test.each<[Partial<Totals>, readonly RegExp[]]>([
  [{}, []],
  [{ withoutEnergy: 1, withoutCost: 1 }, [/^Energy and cost unknown for 1 session /]],
  [{ withoutEnergy: 1 }, [/^Energy unknown for 1 session /]],
  // The tile says it.
  [{ withoutCost: 4 }, []],
])('of four sessions %o is said to be missing', (parts, said) => {
  const missing = missingOf(totalsOf({ charges: 4, ...parts }));
  expect(missing).toHaveLength(said.length);
  for (const [place, sentence] of missing.entries()) expect(sentence).toMatch(said[place] ?? /^$/);
});

describe('a scale', () => {
  test.each<[number, readonly number[]]>([
    [17, [20, 10, 0]],
    [20, [20, 10, 0]],
    [20.01, [30, 20, 10, 0]],
    [12, [15, 10, 5, 0]],
    [1, [1, 0.5, 0]],
    [0.3, [0.3, 0.2, 0.1, 0]],
    [0.005, [0.006, 0.004, 0.002, 0]],
    [4_321, [6000, 4000, 2000, 0]],
    [1e7, [1e7, 5e6, 0]],
  ])('up to %f has its lines at %o', (highest, ticks) => {
    expect(scaleOf(highest).ticks).toEqual(ticks);
  });

  test('has round steps, few of them, and room for the highest, whatever that is', () => {
    for (let highest = 0.004; highest < 1e6; highest *= 1.013) {
      const { step, top, ticks } = scaleOf(highest);
      expect([1, 2, 5]).toContain(Number(step.toExponential().split('e')[0]));
      expect(top).toBeGreaterThanOrEqual(highest * (1 - 1e-9));
      expect(top - step).toBeLessThan(highest);
      expect(ticks.length).toBeLessThanOrEqual(4);
    }
  });
});
