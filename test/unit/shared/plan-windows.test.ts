import { describe, expect, it } from 'vitest';
import { planWindows } from '../../../shared/domain/charger/plan-windows.ts';

const hour = 3_600_000;
const day = 24 * hour;
const madrid = 'Europe/Madrid';
/** November 2026 in UTC; the 23rd is a Monday. */
const at = (date: number, hours: number, minutes = 0) => Date.UTC(2026, 10, date, hours, minutes);
const block = (from: number, until: number) => ({ from, until });

describe('a plan in entries', () => {
  it('has the times of UTC, and what is to end it', () => {
    const windows = planWindows([block(at(24, 2), at(24, 4, 45))], madrid, {
      energyWh: 9_000,
      limitA: 10,
    });
    expect(windows).toEqual({
      entries: [{ isOn: true, days: [2], from: 120, until: 285, energyWh: 9_000, limitA: 10 }],
      notBefore: at(24, 4, 45) - 7 * day,
      removeBy: at(24, 2) + 7 * day,
    });
  });

  it('has no key for what was not asked', () => {
    const [entry] = planWindows([block(at(24, 2), at(24, 4))], madrid)?.entries ?? [];
    expect(Object.keys(entry ?? {})).toEqual(['isOn', 'days', 'from', 'until']);
  });

  it('sets both days where UTC and the zone disagree, and says how long that does no harm', () => {
    expect(planWindows([block(at(23, 23, 30), at(24, 3))], madrid)).toEqual({
      entries: [{ isOn: true, days: [1, 2], from: 23 * 60 + 30, until: 180 }],
      notBefore: at(23, 3),
      removeBy: at(24, 23, 30),
    });
  });

  it.each([
    ['Sunday and Monday', 'Europe/Madrid', block(at(29, 23, 15), at(30, 5)), [1, 7]],
    ['west of Greenwich', 'America/New_York', block(at(24, 3), at(24, 8)), [1, 2]],
    ['far in the east', 'Pacific/Auckland', block(at(24, 12), at(24, 14)), [2, 3]],
    ['in UTC itself', 'UTC', block(at(24, 23), at(25, 2)), [2]],
  ])('on %s', (_, zone, one, days) => {
    expect(planWindows([one], zone)?.entries[0]?.days).toEqual(days);
  });

  it('keeps the hours of UTC when the clocks go back', () => {
    // The night of 25 October 2026 has the hour from 2 to 3 twice: 00:00 and 01:00 in UTC.
    const night = (hours: number) => Date.UTC(2026, 9, 25, hours);
    const windows = planWindows([block(night(-2), night(0)), block(night(1), night(3))], madrid);
    expect(windows?.entries).toEqual([
      { isOn: true, days: [6, 7], from: 22 * 60, until: 0 },
      { isOn: true, days: [7], from: 60, until: 180 },
    ]);
    expect(windows?.removeBy).toBe(night(22));
  });

  it('keeps them when the clocks go forward', () => {
    // On 28 March 2027 in Madrid, 2 o’clock is 3 o’clock: at 01:00 in UTC.
    const night = (hours: number) => Date.UTC(2027, 2, 28, hours);
    const windows = planWindows([block(night(-1), night(0)), block(night(1), night(2))], madrid);
    expect(windows?.entries).toEqual([
      { isOn: true, days: [6, 7], from: 23 * 60, until: 0 },
      { isOn: true, days: [7], from: 60, until: 120 },
    ]);
    expect(windows?.removeBy).toBe(night(23));
  });

  it('counts what would open within another block as no harm', () => {
    const long = block(at(24, 20), at(25, 10));
    const windows = planWindows([block(at(23, 23), at(24, 1)), long], madrid);
    expect(windows?.entries[0]?.days).toEqual([1, 2]);
    expect(windows?.removeBy).toBe(at(23, 23) + 6 * day);
  });

  it('rounds seconds outwards', () => {
    const one = block(at(24, 2) + 30_000, at(24, 4) + 1);
    expect(planWindows([one], madrid)?.entries).toMatchObject([{ from: 120, until: 241 }]);
  });

  it.each([
    ['no block', [], madrid],
    ['three of them', [1, 3, 5].map((hours) => block(at(24, hours), at(24, hours + 1))), madrid],
    ['a block of a day', [block(at(24, 2), at(25, 2))], madrid],
    ['one that ends before it begins', [block(at(24, 2), at(24, 1))], madrid],
    [
      'a day that would open another window before the plan is done',
      [block(at(23, 23, 30), at(24, 3)), block(at(25, 1), at(25, 2))],
      madrid,
    ],
    [
      'one that would do so once it has begun',
      [block(at(23, 1), at(23, 2)), block(at(24, 23, 30), at(25, 3))],
      madrid,
    ],
    ['a zone that nobody knows', [block(at(24, 2), at(24, 4))], 'Moon/Crater'],
  ])('is none for %s', (_, blocks, zone) => {
    expect(planWindows(blocks, zone)).toBeUndefined();
  });
});
