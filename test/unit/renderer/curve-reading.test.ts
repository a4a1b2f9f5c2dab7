import { describe, expect, test } from 'vitest';
import {
  between,
  pointAt,
  readOut,
  stepped,
  zoomed,
} from '../../../renderer/components/session/reading.ts';
import { lookOf, runsOf } from '../../../renderer/components/session/runs.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { aBareDetail, aDetail, aSession } from '../../fixtures/history-rows.ts';

const minute = 60_000;
const detail = aDetail();
const start = detail.session.startedAt;
const at = (minutes: number) => start + minutes * minute;
const how = {
  formatOptions: { locale: 'en-IE', timeZone: 'UTC' },
  time: (moment: number) => new Date(moment).toISOString().slice(11, 16),
};

describe('the point at a moment', () => {
  test.each([
    [-5, 0],
    [0, 0],
    [3.4, 3],
    [3.6, 4],
    [500, 123],
  ])('%d minutes in is that of minute %d', (minutes, nearest) => {
    expect(pointAt(detail.samples, at(minutes))).toMatchObject({ at: at(nearest) });
  });

  test('where nobody looked is none', () => {
    expect(pointAt(detail.samples, at(80))).toBe('gap');
    expect(pointAt(detail.samples, at(50))).toMatchObject({ at: at(50) });
    expect(pointAt(detail.samples, at(110))).toMatchObject({ at: at(110) });
    expect(pointAt([], 0)).toBeUndefined();
  });
});

test.each([
  [3, '10:41: 7.2\u00a0kW, 0.27\u00a0kWh, limit 32\u00a0A'],
  [35, '11:13: 0.0\u00a0kW, 3.15\u00a0kWh, limit 32\u00a0A, waiting for power'],
  [40, '11:18: 7.2\u00a0kW, 3.60\u00a0kWh, limit 32\u00a0A'],
  [50, '11:28: 7.2\u00a0kW, 4.50\u00a0kWh, limit 32\u00a0A'],
  [80, '11:58: no data'],
  [120, '12:38: 7.2\u00a0kW, 10.80\u00a0kWh, limit 16\u00a0A'],
])('after %d minutes it reads "%s"', (minutes, words) => {
  expect(readOut(detail, at(minutes), how)).toBe(words);
});

test('a sample without numbers says so', () => {
  const bare = { ...aBareDetail(), interruptions: [] };
  expect(readOut(bare, at(3), how)).toBe('10:41: no data');
});

describe('arrow keys', () => {
  const { samples } = detail;
  const range = { from: start / 1000, to: at(123) / 1000 };
  const step = (from: number | undefined, by: number) => {
    const to = stepped(samples, from === undefined ? undefined : at(from), { range, by });
    return to === undefined ? undefined : (to - start) / minute;
  };

  test.each([
    [undefined, 1, 0],
    [undefined, -1, 123],
    [3, 1, 5],
    [3, -1, 1],
    [3, 10, 14],
    [0, -1, 0],
    [123, 1, 123],
    // Over the gap, to both of its ends.
    [50, 1, 110],
    [110, -1, 50],
  ])('from %o by %d lead to %d', (from, by, to) => {
    expect(step(from, by)).toBe(to);
  });

  test('from sample to sample when looked at closely', () => {
    const close = { from: at(2) / 1000, to: at(6) / 1000 };
    expect(stepped(samples, at(3), { range: close, by: 1 })).toBe(at(4));
    expect(stepped(samples, at(3), { range: close, by: -1 })).toBe(at(2));
    expect(stepped(samples, at(2), { range: close, by: -1 })).toBe(at(2));
  });
});

describe('zooming', () => {
  const whole = { from: 0, to: 7_200 };

  test('stays around the moment that is read', () => {
    expect(zoomed(whole, whole, { factor: 0.5, around: 1_800_000 })).toEqual({
      from: 900,
      to: 4_500,
    });
    expect(zoomed(whole, whole, { factor: 0.5, around: undefined })).toEqual({
      from: 1_800,
      to: 5_400,
    });
  });

  test('goes neither beyond the whole nor below a minute', () => {
    const near = { from: 0, to: 100 };
    expect(zoomed(near, whole, { factor: 100, around: undefined })).toEqual(whole);
    expect(zoomed(near, whole, { factor: 2, around: 0 })).toEqual({ from: 0, to: 200 });
    expect(zoomed(near, whole, { factor: 0.1, around: 0 })).toEqual({ from: 0, to: 60 });
  });

  test('to a part that was drawn from either side', () => {
    expect(between(3_000_000, 1_000_000, whole)).toEqual({ from: 1_000, to: 3_000 });
    expect(between(1_000_000, 1_010_000, whole)).toEqual({ from: 975, to: 1_035 });
    expect(between(7_190_000, 7_200_000, whole)).toEqual({ from: 7_140, to: 7_200 });
  });
});

describe('without numbers', () => {
  const say = (minutes: number, state: Sample['state'], gap?: true): Sample => ({
    at: at(minutes),
    state,
    ...(gap && { gap }),
  });
  const session = aSession({ startedAt: start, endedAt: at(60) });

  test('what was said in a row is one run, until the session ended', () => {
    const samples = [
      say(0, 'waiting'),
      say(5, 'charging'),
      say(10, 'charging'),
      say(20, 'charging'),
      say(40, 'error', true),
      say(50, 'complete'),
      say(90, 'available'),
    ];
    const runs = runsOf(samples, session);
    expect(
      runs.map(({ from, to, state }) => [(from - start) / minute, (to - start) / minute, state]),
    ).toEqual([
      [0, 5, 'waiting'],
      [5, 20, 'charging'],
      [20, 40, 'gap'],
      [40, 50, 'error'],
      [50, 60, 'complete'],
    ]);
    expect(runs.map(lookOf)).toEqual(['wait', 'flow', 'gap', 'fault', 'wait']);
  });

  test('a rest is called the plan’s where a plan had it rest', () => {
    const byPlan = { byPlan: true } as const;
    const samples = [
      say(0, 'charging'),
      { ...say(10, 'paused'), ...byPlan },
      say(20, 'paused'),
      { ...say(30, 'scheduled'), ...byPlan },
    ];
    const runs = runsOf(samples, session);
    expect(runs.map(({ state }) => state)).toEqual([
      'charging',
      'planPause',
      'paused',
      'planSchedule',
    ]);
    expect(runs.map(lookOf)).toEqual(['flow', 'wait', 'wait', 'wait']);
  });

  test('of nothing there are no runs', () => {
    expect(runsOf([], session)).toEqual([]);
  });
});
