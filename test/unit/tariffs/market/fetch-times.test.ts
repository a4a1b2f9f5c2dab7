import { describe, expect, it } from 'vitest';
import { nextFetchAt, wantedSpan } from '../../../../electron/tariffs/market/fetch-times.ts';

const berlin = { zone: 'Europe/Berlin', jitter: 0 };
const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();

describe('prices are asked for next', () => {
  it.each([
    ['at once where none are known', {}, '2026-11-20T08:00Z', '2026-11-20T08:00Z'],
    [
      "at once where today's end too soon",
      { until: at('2026-11-20T12:00Z') },
      '2026-11-20T08:00Z',
      '2026-11-20T08:00Z',
    ],
    [
      "at one o'clock of the market for tomorrow's",
      { until: at('2026-11-20T23:00Z') },
      '2026-11-20T08:00Z',
      '2026-11-20T12:00Z',
    ],
    [
      'an hour after they were not there yet',
      { until: at('2026-11-20T23:00Z'), triedAt: at('2026-11-20T12:05Z') },
      '2026-11-20T12:05Z',
      '2026-11-20T13:05Z',
    ],
    [
      "tomorrow, once tomorrow's are there",
      { until: at('2026-11-21T23:00Z'), triedAt: at('2026-11-20T12:05Z') },
      '2026-11-20T12:05Z',
      '2026-11-21T12:00Z',
    ],
    [
      'an hour later where an answer lacked today',
      { until: at('2026-11-19T23:00Z'), triedAt: at('2026-11-20T08:00Z') },
      '2026-11-20T08:10Z',
      '2026-11-20T09:00Z',
    ],
    [
      'when the source wants to be asked again',
      { notBefore: at('2026-11-20T20:00Z') },
      '2026-11-20T08:00Z',
      '2026-11-20T20:00Z',
    ],
    [
      'at once after a clock that was far ahead',
      { triedAt: at('2027-11-20T08:00Z') },
      '2026-11-20T08:00Z',
      '2026-11-20T08:00Z',
    ],
  ])('%s', (_when, known, now, then) => {
    expect(iso(nextFetchAt(known, at(now), berlin))).toBe(iso(at(then)));
  });

  it('tomorrow also where the last day ends an hour before midnight, as in Britain', () => {
    const known = { until: at('2026-11-21T23:00Z') };
    const london = { zone: 'Europe/London', jitter: 0 };
    expect(iso(nextFetchAt(known, at('2026-11-20T17:00Z'), london))).toBe(
      iso(at('2026-11-21T13:00Z')),
    );
  });

  it('not by all computers in the same minute', () => {
    const known = { until: at('2026-11-20T23:00Z') };
    const spread = [0, 0.5, 1].map((jitter) =>
      nextFetchAt(known, at('2026-11-20T08:00Z'), { ...berlin, jitter }),
    );
    expect(spread.map(iso)).toEqual(
      ['2026-11-20T12:00Z', '2026-11-20T13:00Z', '2026-11-20T14:00Z'].map((one) => iso(at(one))),
    );
  });
});

describe('asked for are yesterday, today and tomorrow of the market', () => {
  it.each([
    ['2026-03-28T20:00Z', 24 + 24 + 23],
    ['2026-10-24T20:00Z', 24 + 24 + 25],
    ['2026-07-01T20:00Z', 72],
  ])('on %s: %d hours', (now, hours) => {
    const { from, until } = wantedSpan(at(now), 'Europe/Berlin');
    expect((until - from) / 3_600_000).toBe(hours);
  });

  it.each([
    ['tomorrow is known', '2026-11-22T00:00Z', '2026-11-19T00:00Z'],
    ['the computer was off for two days', '2026-11-18T00:00Z', '2026-11-18T00:00Z'],
    ['it was off for less than a week, from noon', '2026-11-15T12:00Z', '2026-11-15T00:00Z'],
    ['it was off for a month', '2026-10-20T00:00Z', '2026-11-13T00:00Z'],
  ])('and where %s, from then on', (_what, until, from) => {
    const span = wantedSpan(at('2026-11-20T08:00Z'), 'UTC', at(until));
    expect(iso(span.from)).toBe(iso(at(from)));
  });
});
