import { describe, expect, it } from 'vitest';
import { costOf, mergedBlocks, savedAgainstNow } from '../../../electron/planner/blocks.ts';
import { nextDeadline } from '../../../electron/planner/next-deadline.ts';
import { plan } from '../../../electron/planner/plan.ts';

const hourMs = 3_600_000;
const begin = Date.UTC(2026, 9, 24, 22);
const slot = (hour: number, perKwh: number) => ({
  from: begin + hour * hourMs,
  until: begin + (hour + 1) * hourMs,
  perKwh,
});
const slots = [slot(0, 0.3), slot(1, -0.1), slot(2, 0.2)];
const block = (from: number, until: number) => ({
  from: begin + from * hourMs,
  until: begin + until * hourMs,
});

describe('an estimate', () => {
  it('adds up what blocks hold and cost', () => {
    const found = costOf([block(0.5, 1.5), block(2, 3)], slots, 10_000);
    expect(found?.wh).toBeCloseTo(20_000);
    expect(found?.cost).toBeCloseTo(1.5 - 0.5 + 2);
  });

  it('leaves out what has no price, and is nothing without any', () => {
    expect(costOf([block(2.5, 4)], slots, 10_000)).toEqual({ wh: 5000, cost: 1 });
    expect(costOf([block(3, 4)], slots, 10_000)).toBeUndefined();
  });

  it('says what is saved against charging at once', () => {
    const { blocks } = plan(slots, begin, {
      mode: { kind: 'cheapest', inOneGo: false },
      goal: { kind: 'energy', wh: 10_000 },
      powerW: 10_000,
    });
    expect(savedAgainstNow(blocks, slots, { now: begin, powerW: 10_000 })).toBeCloseTo(4);
  });

  it('says nothing while one of the prices is unknown', () => {
    const now = begin;
    expect(savedAgainstNow([block(3, 4)], slots, { now, powerW: 1 })).toBeUndefined();
    expect(savedAgainstNow([], slots, { now, powerW: 1 })).toBeUndefined();
  });

  it('takes touching blocks for one, whatever is known of their prices', () => {
    const blocks = [block(0, 1), { ...block(1, 2), isForecast: true as const }, block(3, 4)];
    expect(mergedBlocks(blocks)).toEqual([block(0, 2), block(3, 4)]);
  });
});

describe('the next weekly deadline', () => {
  const zone = 'Europe/Berlin';
  const every = [1, 2, 3, 4, 5, 6, 7];
  it.each([
    ['later today', '2026-10-21T04:00Z', [3], 420, '2026-10-21T05:00Z'],
    ['on that moment: the next one', '2026-10-21T05:00Z', every, 420, '2026-10-22T05:00Z'],
    ['in a week', '2026-10-21T05:00Z', [3], 420, '2026-10-28T06:00Z'],
    ['on a weekday, from Friday', '2026-10-23T12:00Z', [1, 2, 3, 4, 5], 420, '2026-10-26T06:00Z'],
    ['after the clocks are put back', '2026-10-24T20:00Z', every, 420, '2026-10-25T06:00Z'],
    ['shown twice: the first time', '2026-10-24T20:00Z', every, 150, '2026-10-25T00:30Z'],
    ['shown twice, once over', '2026-10-25T00:45Z', every, 150, '2026-10-26T01:30Z'],
    ['after the clocks are put forward', '2027-03-27T20:00Z', every, 420, '2027-03-28T05:00Z'],
    ['skipped: not too late', '2027-03-27T20:00Z', every, 150, '2027-03-28T00:30Z'],
  ])('%s', (_, now, days, minute, expected) => {
    const found = nextDeadline(Date.parse(now), { days, minute, zone });
    expect(found && new Date(found).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('is none without a day, or in a zone that nobody knows', () => {
    expect(nextDeadline(begin, { days: [], minute: 420, zone })).toBeUndefined();
    expect(nextDeadline(begin, { days: every, minute: 420, zone: 'Nowhere/At' })).toBeUndefined();
  });
});
