import { describe, expect, it, test } from 'vitest';
import { roundTimes, roundTop } from '../../../renderer/charts/scales.ts';
import { fc } from '../../fixtures/properties.ts';

test.each([
  [0, 2],
  [1.9, 2],
  [2, 2],
  [3.7, 4],
  [5.04, 6],
  [7.4, 8],
  [10.99, 12],
  [11, 12],
  [13, 16],
  [22, 24],
  [45.1, 50],
  [97, 100],
])('a scale for %d ends at %d', (value, top) => {
  expect(roundTop(value, 2)).toBe(top);
});

test('a scale is never too short, and never twice as long as needed', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.2, max: 1e6, noNaN: true }), (value) => {
      const top = roundTop(value, 0.2);
      expect(top).toBeGreaterThanOrEqual(value * (1 - 1e-9));
      expect(top).toBeLessThanOrEqual(2 * value);
    }),
  );
});

const at = (iso: string) => Date.parse(iso) / 1000;
const clock = (times: readonly number[], timeZone: string) =>
  times.map((time) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
      time * 1000,
    ),
  );

describe('times under a picture', () => {
  it.each([
    ['10:38', '12:41', 4, ['11:00', '12:00']],
    ['10:38', '13:41', 4, ['11:00', '12:00', '13:00']],
    ['10:38', '11:05', 4, ['10:40', '10:50', '11:00']],
    ['10:02', '10:14', 4, ['10:05', '10:10']],
    ['00:10', '23:40', 4, ['06:00', '12:00', '18:00']],
  ])('%s to %s, at most %i: %j', (from, to, most, times) => {
    const range = { from: at(`2026-05-16T${from}Z`), to: at(`2026-05-16T${to}Z`) };
    expect(clock(roundTimes(range, most, { timeZone: 'UTC' }), 'UTC')).toEqual(times);
  });

  it('are round by the clocks of a zone that is half an hour off', () => {
    const range = { from: at('2026-05-16T10:38Z'), to: at('2026-05-16T13:41Z') };
    const timeZone = 'Asia/Kolkata';
    expect(clock(roundTimes(range, 4, { timeZone }), timeZone)).toEqual([
      '17:00',
      '18:00',
      '19:00',
    ]);
  });

  it('stay round over the night in which the clocks change', () => {
    const range = { from: at('2026-10-24T20:00Z'), to: at('2026-10-25T10:00Z') };
    const timeZone = 'Europe/Berlin';
    expect(clock(roundTimes(range, 5, { timeZone }), timeZone)).toEqual([
      '00:00',
      '03:00',
      '06:00',
      '09:00',
    ]);
  });
});
