import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { quietEndsAt, waitsUntil } from '../../../electron/notifications/quiet-times.ts';
import type { QuietHours, QuietSpan } from '../../../shared/domain/app/quiet-hours.ts';
import { defaultSettings, type Quiet } from '../../../shared/domain/app/settings.ts';
import { noon, notice } from '../../fixtures/core-notices.ts';
import { fc } from '../../fixtures/properties.ts';

const berlin = 'Europe/Berlin';
const weekdays = [1, 2, 3, 4, 5];
const daily = [...weekdays, 6, 7];
const nights: QuietSpan = { days: weekdays, from: 22 * 60, to: 7 * 60 };

const hours = (...spans: QuietSpan[]): QuietHours => ({ on: true, critical: true, spans });
const at = (local: string, zone = berlin) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

/** What the clock of the zone shows when the quiet of that moment ends. */
function ends(quiet: QuietHours, local: string, zone = berlin): string | undefined {
  const end = quietEndsAt(quiet, at(local, zone), zone);
  if (end === undefined) return undefined;
  if (end === Number.POSITIVE_INFINITY) return 'never';
  const told = Temporal.Instant.fromEpochMilliseconds(end).toZonedDateTimeISO(zone);
  return told.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

// 2026-11-20 is a Friday.
describe('quiet hours', () => {
  it.each<[string, string, QuietSpan[], string | undefined]>([
    ['before they begin', '2026-11-20T21:59:59', [nights], undefined],
    ['when they begin', '2026-11-20T22:00', [nights], '2026-11-21T07:00'],
    ['over midnight into a day of its own', '2026-11-21T06:59:59', [nights], '2026-11-21T07:00'],
    ['when they are over', '2026-11-21T07:00', [nights], undefined],
    ['in a night that begins on no day of theirs', '2026-11-21T23:00', [nights], undefined],
    ['on Monday before the first of their nights', '2026-11-23T06:00', [nights], undefined],
    [
      'on Monday, of the night of Sunday',
      '2026-11-23T06:00',
      [{ ...nights, days: [7] }],
      '2026-11-23T07:00',
    ],
    ['within a day', '2026-11-20T13:07', [{ days: [5], from: 780, to: 840 }], '2026-11-20T14:00'],
    [
      'one after the other',
      '2026-11-20T23:00',
      [nights, { days: [6], from: 400, to: 601 }],
      '2026-11-21T10:01',
    ],
    [
      'until a gap of a minute',
      '2026-11-23T05:16',
      [{ days: [1, 2], from: 1, to: 0 }],
      '2026-11-24T00:00',
    ],
    ['a whole day', '2026-11-20T15:00', [{ days: [5], from: 0, to: 0 }], '2026-11-21T00:00'],
    ['every whole day', '2026-11-20T15:00', [{ days: daily, from: 0, to: 0 }], 'never'],
    ['without any', '2026-11-20T23:00', [], undefined],
  ])('%s: %s', (_why, local, spans, end) => {
    expect(ends(hours(...spans), local)).toBe(end);
  });

  it('are none while they are off', () => {
    expect(ends({ ...hours(nights), on: false }, '2026-11-20T23:00')).toBeUndefined();
  });

  it.each([
    ['the hour that is left out', '2026-03-29T01:30', '2026-03-29T07:00', 4.5],
    ['the hour that comes twice', '2026-10-25T01:30', '2026-10-25T07:00', 6.5],
  ])('end by the clock over %s', (_why, local, end, lasting) => {
    const sunday = hours({ ...nights, days: [6] });
    expect(ends(sunday, local)).toBe(end);
    const from = at(local);
    expect(((quietEndsAt(sunday, from, berlin) ?? 0) - from) / 3_600_000).toBe(lasting);
  });

  it('follow the zone in which the computer is', () => {
    expect(ends(hours(nights), '2026-11-20T23:00', 'Asia/Kathmandu')).toBe('2026-11-21T07:00');
    expect(quietEndsAt(hours(nights), at('2026-11-20T23:00'), 'America/New_York')).toBeUndefined();
  });

  it('end where nothing is quiet any more, and nothing between is loud', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const spans = fc.array(fc.record({ days, from: minute, to: minute }), { maxLength: 3 });
    const moment = fc.integer({ min: at('2026-03-26T00:00'), max: at('2026-04-02T00:00') });
    fc.assert(
      fc.property(spans, moment, fc.double({ min: 0, max: 1, noNaN: true }), (some, now, part) => {
        const end = quietEndsAt(hours(...some), now, berlin);
        if (end === undefined || end === Number.POSITIVE_INFINITY) return;
        expect(end).toBeGreaterThan(now);
        expect(quietEndsAt(hours(...some), end, berlin)).toBeUndefined();
        const between = now + Math.floor((end - 1 - now) * part);
        expect(quietEndsAt(hours(...some), between, berlin)).toBe(end);
      }),
      { numRuns: 60 },
    );
  });
});

describe('until when a notification waits', () => {
  // Noon in Greenwich is 13:00 in Berlin, on a Saturday.
  const quietHours = hours({ days: [6], from: 12 * 60, to: 14 * 60 });
  const over = noon + 3_600_000;
  const fault = notice({ kind: 'fault', urgency: 'critical' });
  const until = (what = notice(), more: object = {}) =>
    waitsUntil(what, {
      settings: { ...defaultSettings, quietHours, ...more },
      now: noon,
      zone: berlin,
    });

  it('the end of quiet hours, unless it is critical and may be told', () => {
    expect(until()).toBe(over);
    expect(until(fault)).toBeUndefined();
    expect(until(notice({ kind: 'fault' }))).toBe(over);
    expect(until(notice({ kind: 'signInNeeded', urgency: 'critical' }))).toBe(over);
    expect(until(fault, { quietHours: { ...quietHours, critical: false } })).toBe(over);
  });

  it('the end of what was switched off in them, critical or not', () => {
    const quiet: Quiet = { kind: 'until', at: noon + 1 };
    expect(until(fault, { quiet })).toBe(noon + 1);
    expect(until(fault, { quiet: { kind: 'always' } })).toBe(Number.POSITIVE_INFINITY);
    const none = { quiet, quietHours: { ...quietHours, on: false } };
    expect(until(fault, none)).toBeUndefined();
  });

  it('nothing, outside of both', () => {
    expect(until(notice(), { quietHours: { ...quietHours, on: false } })).toBeUndefined();
  });
});
