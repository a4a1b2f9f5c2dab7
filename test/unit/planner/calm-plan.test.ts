import { describe, expect, it } from 'vitest';
import { mergedBlocks } from '../../../electron/planner/blocks.ts';
import { calmPlan } from '../../../electron/planner/calm-plan.ts';
import { plan } from '../../../electron/planner/plan.ts';
import type { PlanConstraints } from '../../../shared/domain/price/plan.ts';
import { fc } from '../../fixtures/properties.ts';

const quarter = 900_000;
const begin = Date.UTC(2026, 10, 20, 18);
const cheapest = { kind: 'cheapest', inOneGo: false } as const;

function slotsOf(prices: readonly number[]) {
  return prices.map((perKwh, at) => ({
    from: begin + at * quarter,
    until: begin + (at + 1) * quarter,
    perKwh,
  }));
}

function wanted(quarters: number, more: Partial<PlanConstraints> = {}): PlanConstraints {
  return {
    mode: cheapest,
    goal: { kind: 'time', ms: quarters * quarter },
    powerW: 10_000,
    ...more,
  };
}

function quartersOf(prices: readonly number[], constraints: PlanConstraints) {
  const { blocks } = calmPlan(slotsOf(prices), begin, constraints);
  return mergedBlocks(blocks).map(({ from, until }) => [
    (from - begin) / quarter,
    (until - begin) / quarter,
  ]);
}

describe('a plan with few stops', () => {
  it.each([
    ['does not stop for a hair', [0.3, 0.2, 0.2, 0.201, 0.2, 0.2, 0.3], 4, [[2, 6]]],
    [
      'stops where that pays',
      [0.3, 0.1, 0.1, 0.3, 0.1, 0.1, 0.3],
      4,
      [
        [1, 3],
        [4, 6],
      ],
    ],
    [
      'stops for what is paid for taking',
      [0.1, -0.1, -0.1, 0.1, -0.1, -0.1, 0.1],
      4,
      [
        [1, 3],
        [4, 6],
      ],
    ],
    ['is one block where one is best', [0.3, 0.1, 0.1, 0.3], 2, [[1, 3]]],
  ])('%s', (_, prices, quarters, blocks) => {
    expect(quartersOf(prices, wanted(quarters))).toEqual(blocks);
  });

  it('costs at most a hundredth more for each block less, and charges as much', () => {
    const prices = fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 12, maxLength: 30 });
    fc.assert(
      fc.property(prices, fc.integer({ min: 2, max: 10 }), (cents, quarters) => {
        const slots = slotsOf(cents.map((cent) => cent / 100));
        const constraints = wanted(quarters);
        const best = plan(slots, begin, constraints);
        const calm = calmPlan(slots, begin, constraints);
        const fewer = mergedBlocks(best.blocks).length - mergedBlocks(calm.blocks).length;
        expect(fewer).toBeGreaterThanOrEqual(0);
        expect(calm.wh).toBe(best.wh);
        const dearer = (calm.cost ?? 0) - (best.cost ?? 0);
        expect(dearer).toBeLessThanOrEqual(fewer * 0.01 * Math.abs(best.cost ?? 0) + 1e-9);
      }),
    );
  });
});
