import { describe, expect, it } from 'vitest';
import { plan } from '../../../electron/planner/plan.ts';
import type { PlanConstraints, PlanSlot } from '../../../shared/domain/price/plan.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const midnight = Date.UTC(2026, 9, 24, 22);

const at = (hours: number) => midnight + hours * hourMs;

/** Slots of one length from midnight on. */
function slots(prices: readonly number[], minutes = 60): readonly PlanSlot[] {
  return prices.map((perKwh, index) => ({
    from: midnight + index * minutes * minuteMs,
    until: midnight + (index + 1) * minutes * minuteMs,
    perKwh,
  }));
}

/** 10 kWh in an hour, by default as cheap as can be in any number of blocks. */
function wishes(changed: Partial<PlanConstraints> = {}): PlanConstraints {
  return {
    mode: { kind: 'cheapest', inOneGo: false },
    goal: { kind: 'energy', wh: 10_000 },
    powerW: 10_000,
    ...changed,
  };
}

/** Blocks in hours after midnight; a forecast has a third number. */
function hoursOf({ blocks }: ReturnType<typeof plan>): readonly (readonly number[])[] {
  return blocks.map(({ from, until, isForecast }) => {
    const span = [(from - midnight) / hourMs, (until - midnight) / hourMs];
    return isForecast ? [...span, 1] : span;
  });
}

const energy = (wh: number) => ({ kind: 'energy', wh }) as const;
const night = [30, 9, 20, 5, 6, 20, 5, 30];
const below = (perKwh: number) => ({ mode: { kind: 'below', perKwh } }) as const;

describe('the blocks of a plan', () => {
  it.each<[string, readonly number[], Partial<PlanConstraints>, readonly (readonly number[])[]]>([
    [
      'takes the cheapest slots',
      night,
      { goal: energy(20_000) },
      [
        [3, 4],
        [6, 7],
      ],
    ],
    [
      'takes one go where asked',
      night,
      { goal: energy(20_000), mode: { kind: 'cheapest', inOneGo: true } },
      [[3, 5]],
    ],
    ['takes the latest of equally cheap slots', [5, 5, 9, 5, 5, 9], {}, [[4, 5]]],
    [
      'takes fewer blocks where that costs the same',
      [5, 5, 9, 5, 9],
      { goal: energy(20_000) },
      [[0, 2]],
    ],
    ['begins late in its first slot', [9, 5, 3, 9], { goal: energy(15_000) }, [[1.5, 3]]],
    ['begins late in a single slot', [9, 5, 9], { goal: energy(7500) }, [[1.25, 2]]],
    [
      'keeps to the number of blocks',
      [1, 9, 1, 9, 1, 9, 1],
      { goal: energy(30_000), mostBlocks: 2 },
      [[4, 7]],
    ],
    [
      'keeps to four blocks unless asked otherwise',
      [1, 9, 1, 9, 1, 9, 1, 9, 1],
      { goal: energy(50_000) },
      [
        [2, 3],
        [4, 5],
        [6, 9],
      ],
    ],
    [
      'is ready by its deadline',
      night,
      { readyBy: at(3.5) },
      [
        [1.5, 2],
        [3, 3.5],
      ],
    ],
    ['does not begin early', night, { notBefore: at(4) }, [[6, 7]]],
    [
      'charges no block shorter than half an hour',
      [9, 1, 9, 9, 2, 2, 2, 9],
      { goal: energy(11_000) },
      [
        [1.4, 2],
        [6.5, 7],
      ],
    ],
    ['charges a short block where that is all', night, { goal: energy(1000) }, [[6.9, 7]]],
    [
      'charges at once what is a reserve',
      night,
      { atOnceWh: 2000 },
      [
        [0, 0.2],
        [6.2, 7],
      ],
    ],
    ['charges a reserve that is more than the goal', night, { atOnceWh: 20_000 }, [[0, 2]]],
    [
      'charges a reserve and then in one go',
      night,
      { atOnceWh: 2000, goal: energy(20_000), mode: { kind: 'cheapest', inOneGo: true } },
      [
        [0, 0.2],
        [3, 4.8],
      ],
    ],
    [
      'takes negative prices first',
      [5, -5, 4, -1],
      { goal: energy(20_000) },
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['charges for a time', night, { goal: { kind: 'time', ms: hourMs } }, [[6, 7]]],
    [
      'leaves room for a car that takes more',
      night,
      { goal: { kind: 'full', estimateWh: 10_000 } },
      [
        [3.5, 4],
        [6.4, 7],
      ],
    ],
    ['waits below a price for a better one', [10, 10, -5, 10, 30], below(12), [[2, 3]]],
    [
      'charges below a price all that is',
      [10, 30, 8, 30],
      { ...below(12), goal: energy(40_000) },
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'charges nothing that is too dear',
      [10, 30, 8, 30],
      { highestPerKwh: 9, goal: energy(20_000) },
      [[2, 3]],
    ],
    ['charges nothing for nothing', night, { goal: energy(0) }, []],
  ])('%s', (_, prices, changed, expected) => {
    expect(hoursOf(plan(slots(prices), midnight, wishes(changed)))).toEqual(expected);
  });
});

describe('beyond known prices', () => {
  const dear = [30, 25, 30, 25];

  it('leaves for later what fits, as a forecast', () => {
    expect(hoursOf(plan(slots(dear), midnight, wishes({ readyBy: at(9) })))).toEqual([[8, 9, 1]]);
  });

  it('charges before only what does not fit later', () => {
    const found = plan(slots(dear), midnight, wishes({ goal: energy(30_000), readyBy: at(6) }));
    expect(hoursOf(found)).toEqual([
      [3, 4],
      [4, 6, 1],
    ]);
    expect(found).toMatchObject({ wh: 10_000, cost: 250, reasons: [] });
  });

  it('takes before what it is paid for', () => {
    const constraints = wishes({ goal: energy(20_000), readyBy: at(9) });
    expect(hoursOf(plan(slots([30, -5, 30]), midnight, constraints))).toEqual([
      [1, 2],
      [8, 9, 1],
    ]);
  });

  it('charges a reserve at once and the rest later', () => {
    const constraints = wishes({ atOnceWh: 4000, readyBy: at(9) });
    expect(hoursOf(plan(slots(dear), midnight, constraints))).toEqual([
      [0, 0.4],
      [8.4, 9, 1],
    ]);
  });

  it('goes on as long as it takes where nobody waits for the car', () => {
    const found = plan(slots([5, 6]), midnight, wishes({ goal: energy(30_000) }));
    expect(hoursOf(found)).toEqual([
      [0, 2],
      [2, 3, 1],
    ]);
  });

  it('is as fast for a deadline in a year', () => {
    const found = plan(slots([30, -5, 30]), midnight, wishes({ readyBy: at(9000) }));
    expect(hoursOf(found)).toEqual([[1, 2]]);
  });
});

describe('why a plan is as it is', () => {
  const ready = { readyBy: at(3) };

  it.each<[string, readonly PlanSlot[], Partial<PlanConstraints>, unknown, readonly unknown[]]>([
    [
      'too little time: now, without a break',
      slots(night),
      { ...ready, goal: energy(500_000) },
      [[0, 3]],
      [{ kind: 'tooLittleTime', possibleWh: 30_000 }],
    ],
    [
      'a deadline that is over',
      slots(night),
      { readyBy: midnight },
      [],
      [{ kind: 'deadlinePassed' }],
    ],
    [
      'a begin after the deadline',
      slots(night),
      { ...ready, notBefore: at(4) },
      [],
      [{ kind: 'tooLittleTime', possibleWh: 0 }],
    ],
    ['no prices: late', [], ready, [[2, 3, 1]], [{ kind: 'noPrices' }]],
    [
      'no prices, below one: late',
      [],
      { ...ready, ...below(5) },
      [[2, 3, 1]],
      [{ kind: 'noPrices' }],
    ],
    ['no prices, below one, no deadline', [], below(5), [], [{ kind: 'noPrices' }]],
    [
      'old prices',
      slots(night).map((slot) => ({
        ...slot,
        from: slot.from - 24 * hourMs,
        until: slot.until - 24 * hourMs,
      })),
      ready,
      [[2, 3, 1]],
      [{ kind: 'noPrices' }],
    ],
    [
      'too dear',
      slots(night),
      { highestPerKwh: 8, goal: energy(40_000), readyBy: at(8) },
      [
        [3, 5],
        [6, 7],
      ],
      [{ kind: 'tooDear', possibleWh: 30_000 }],
    ],
    ['no power', slots(night), { powerW: 0 }, [], [{ kind: 'tooLittleTime', possibleWh: 0 }]],
    [
      'room that is not there is not missed',
      slots(night),
      { ...ready, goal: { kind: 'full', estimateWh: 29_000 } },
      [[0, 3]],
      [],
    ],
  ])('%s', (_, prices, changed, blocks, reasons) => {
    const found = plan(prices, midnight, wishes(changed));
    expect(hoursOf(found)).toEqual(blocks);
    expect(found.reasons).toEqual(reasons);
  });
});

describe('slots as sources send them', () => {
  it('may come in any order and in several lengths', () => {
    const mixed = [
      ...slots([9, 9, 9]),
      ...slots([8, 1, 8, 8, 8, 8], 15).map((slot) => ({
        ...slot,
        from: slot.from + 3 * hourMs,
        until: slot.until + 3 * hourMs,
      })),
    ];
    const constraints = wishes({ goal: energy(2500), leastBlockMs: 15 * minuteMs });
    expect(hoursOf(plan(mixed.toReversed(), midnight, constraints))).toEqual([[3.25, 3.5]]);
  });

  it('keep their time where a later one overlaps them', () => {
    const [first, second] = slots([1, 2]);
    const overlapping = [first, { from: at(0.5), until: at(1), perKwh: -9 }, second];
    const found = plan(
      overlapping.flatMap((slot) => slot ?? []),
      midnight,
      wishes(),
    );
    expect(found).toMatchObject({ cost: 10, wh: 10_000 });
  });

  it('may have holes, which are charged in only if there is no other time', () => {
    const holed = slots([5, 9, 6, 7]).filter(({ perKwh }) => perKwh !== 9);
    const two = plan(holed, midnight, wishes({ goal: energy(20_000), readyBy: at(4) }));
    expect(hoursOf(two)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    const whole = plan(holed, midnight, wishes({ goal: energy(40_000), readyBy: at(4) }));
    expect(hoursOf(whole)).toEqual([
      [0, 1],
      [1, 2, 1],
      [2, 4],
    ]);
  });

  it('are left out where they make no sense', () => {
    const broken = [
      { from: at(1), until: at(0), perKwh: 1 },
      { from: Number.NaN, until: at(2), perKwh: 1 },
      { from: at(0), until: at(1), perKwh: Number.NaN },
    ];
    expect(plan([...broken, ...slots([5])], midnight, wishes())).toMatchObject({ cost: 50 });
  });

  it.each([92, 96, 100])('may be %i quarters of a day on which clocks change', (count) => {
    const quarters = slots(
      Array.from({ length: count }, (_, index) => Math.abs(index - 40)),
      15,
    );
    const found = plan(quarters, midnight, wishes({ readyBy: at(count / 4) }));
    expect(hoursOf(found)).toEqual([[9.75, 10.75]]);
  });
});
