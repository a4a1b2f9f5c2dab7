import { describe, expect, test } from 'vitest';
import {
  boundsBefore,
  boundsOf,
  dayStart,
  daysBetweenIn,
  type Span,
  shifted,
  spanAt,
  zoneOf,
} from '../../../renderer/components/history/span.ts';
import { isoDay } from '../../../shared/text/format.ts';

const month = (year: number, number: number): Span => ({ unit: 'month', year, month: number });
const year = (number: number): Span => ({ unit: 'year', year: number });
const iso = (at: number | undefined) => at !== undefined && new Date(at).toISOString();

describe('a month or a year begins and ends by the clock of its zone', () => {
  test.each<[string, Span, string, string]>([
    ['UTC', month(2026, 11), '2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['Europe/Madrid', month(2026, 10), '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
    ['America/Los_Angeles', month(2026, 3), '2026-03-01T08:00:00.000Z', '2026-04-01T07:00:00.000Z'],
    ['Asia/Kolkata', month(2026, 12), '2026-11-30T18:30:00.000Z', '2026-12-31T18:30:00.000Z'],
    ['Pacific/Kiritimati', year(2026), '2025-12-31T10:00:00.000Z', '2026-12-31T10:00:00.000Z'],
    ['Pacific/Pago_Pago', year(2026), '2026-01-01T11:00:00.000Z', '2027-01-01T11:00:00.000Z'],
  ])('%s %o', (zone, span, from, to) => {
    const bounds = boundsOf(span, zone);
    expect([iso(bounds.from), iso(bounds.to)]).toEqual([from, to]);
  });
});

describe('a day begins at its first moment', () => {
  test.each([
    ['2026-10-25', 'Europe/Madrid', '2026-10-24T22:00:00.000Z'],
    // There was no midnight: clocks went from 23:59 to 01:00.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // Clocks went back from midnight to 23:00, so that midnight came twice.
    ['2026-10-25', 'Asia/Beirut', '2026-10-24T22:00:00.000Z'],
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
  ])('%s in %s', (day, zone, start) => {
    expect(iso(dayStart(day, zone))).toBe(start);
    expect(isoDay(Date.parse(start), zone)).toBe(day);
    expect(isoDay(Date.parse(start) - 1, zone)).not.toBe(day);
  });

  test.each(['', '2026-02-31', '2026-13-01', '26-01-01', 'today'])('%s is no day', (text) => {
    expect(dayStart(text, 'UTC')).toBeUndefined();
  });
});

describe('a month or a year is compared with', () => {
  const zone = 'Europe/Madrid';
  test.each<[string, Span, string, string, string]>([
    [
      'the whole one before',
      month(2026, 9),
      '2026-10-29T10:00Z',
      '2026-07-31T22:00',
      '2026-08-31T22:00',
    ],
    [
      'as much of it while it runs',
      month(2026, 10),
      '2026-10-29T10:00Z',
      '2026-08-31T22:00',
      '2026-09-29T09:00',
    ],
    [
      'the whole of a shorter one',
      month(2026, 3),
      '2026-03-30T10:00Z',
      '2026-01-31T23:00',
      '2026-02-28T23:00',
    ],
    [
      'the same day of the year before',
      year(2026),
      '2026-11-29T10:00Z',
      '2024-12-31T23:00',
      '2025-11-29T10:00',
    ],
    [
      'February to its end after a leap day',
      year(2028),
      '2028-02-29T10:00Z',
      '2026-12-31T23:00',
      '2027-03-01T10:00',
    ],
  ])('%s', (_, span, now, from, to) => {
    const before = boundsBefore(span, zone, Date.parse(now));
    expect([iso(before?.from), iso(before?.to)]).toEqual([`${from}:00.000Z`, `${to}:00.000Z`]);
  });

  test('nothing where there is nothing before it, or it has not begun', () => {
    expect(boundsBefore({ unit: 'all' }, zone, 9e11)).toBeUndefined();
    expect(boundsBefore(month(2026, 11), zone, Date.UTC(2026, 9, 1))).toBeUndefined();
  });
});

test.each<[Span, number, Span]>([
  [{ unit: 'all' }, -1, { unit: 'all' }],
  [month(2026, 1), -1, month(2025, 12)],
  [month(2026, 12), 1, month(2027, 1)],
  [month(2026, 5), -17, month(2024, 12)],
  [year(2026), -1, year(2025)],
])('%o moved by %i is %o', (span, by, moved) => {
  expect(shifted(span, by)).toEqual(moved);
});

test('a moment belongs to the month of its zone', () => {
  const newYear = Date.UTC(2027, 0, 1);
  expect(spanAt(newYear, 'month', 'America/New_York')).toEqual(month(2026, 12));
  expect(spanAt(newYear, 'year', 'Asia/Tokyo')).toEqual(year(2027));
});

test('days are counted by the calendar, not by hours', () => {
  const from = Date.UTC(2026, 9, 24, 21, 30);
  expect(daysBetweenIn('Europe/Madrid')(from, from + 3_600_000)).toBe(1);
  expect(daysBetweenIn('UTC')(from, from + 3_600_000)).toBe(0);
  // The day on which clocks go back has an hour more.
  const longDay = Date.UTC(2026, 9, 24, 22, 30);
  expect(daysBetweenIn('Europe/Madrid')(longDay, longDay + 24 * 3_600_000)).toBe(0);
});

test('without another one it is the zone of the system', () => {
  expect(zoneOf({ timeZone: 'Asia/Tokyo' })).toBe('Asia/Tokyo');
  expect(zoneOf({})).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
});
