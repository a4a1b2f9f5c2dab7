import { describe, expect, it } from 'vitest';
import { correctionsOf, draftOf } from '../../../renderer/components/session/correction-draft.ts';
import { momentOf, wallTime } from '../../../renderer/components/session/wall-time.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import { aSession } from '../../fixtures/history-rows.ts';
import { fc } from '../../fixtures/properties.ts';

const zone = 'Europe/Berlin';
const start = Date.UTC(2026, 4, 16, 8, 38, 21);
const end = Date.UTC(2026, 4, 16, 10, 41, 59);
const now = Date.UTC(2026, 4, 17);
const session = aSession({ startedAt: start, endedAt: end, energyWh: 10_987 });
const original = { startedAt: start, endedAt: end, energyWh: 10_987 };
const corrected: Session = {
  ...session,
  energyWh: 9000,
  cost: { amount: '7.5', currency: 'EUR', origin: 'entered' },
  correction: { fields: ['energyWh', 'cost'], original },
};
const number = (value: number) => String(value).replace('.', ',');

function typed(of: Session, change: object) {
  const before = draftOf(of, 'EUR', { zone, number });
  return correctionsOf({ session: of, before, draft: { ...before, ...change }, zone, now });
}

describe('a correction as it is typed', () => {
  it('begins with what is told', () => {
    expect(draftOf(corrected, 'GBP', { zone, number })).toEqual({
      start: '2026-05-16T10:38',
      end: '2026-05-16T12:41',
      energy: '9',
      cost: '7,5',
      currency: 'EUR',
    });
    expect(draftOf(session, 'GBP', { zone, number })).toMatchObject({ energy: '10,987', cost: '' });
  });

  it.each<[string, Session, object, object]>([
    ['nothing, to the second', session, {}, {}],
    ['an energy with a comma', session, { energy: '11,5' }, { energyWh: 11_500 }],
    ['a start', session, { start: '2026-05-16T10:00' }, { startedAt: Date.UTC(2026, 4, 16, 8) }],
    ['an end', session, { end: '2026-05-16T12:00' }, { endedAt: Date.UTC(2026, 4, 16, 10) }],
    ['a cost', session, { cost: '03.41' }, { cost: { amount: '3.41', currency: 'EUR' } }],
    [
      'no more than before',
      corrected,
      {},
      { energyWh: 9000, cost: { amount: '7.5', currency: 'EUR' } },
    ],
    [
      'no energy any more',
      corrected,
      { energy: ' ' },
      { cost: { amount: '7.5', currency: 'EUR' } },
    ],
    ['no cost any more', corrected, { cost: '' }, { energyWh: 9000 }],
    [
      'another currency',
      corrected,
      { currency: 'CHF' },
      {
        energyWh: 9000,
        cost: { amount: '7.5', currency: 'CHF' },
      },
    ],
  ])('says %s', (_, of, change, value) => {
    const found = typed(of, change);
    expect(found.ok && JSON.parse(JSON.stringify(found.value))).toEqual(value);
  });

  it.each<[object, object]>([
    [{ start: '' }, { start: 'noTime' }],
    [{ end: '2026-02-31T10:00' }, { end: 'noTime' }],
    [{ end: '' }, { end: 'noTime' }],
    [{ end: '2026-05-16T10:00' }, { end: 'endFirst' }],
    [{ end: '2026-05-18T10:00' }, { end: 'future' }],
    [{ start: '2026-03-16T10:00' }, { end: 'tooLong' }],
    [{ energy: 'much' }, { energy: 'noNumber' }],
    [{ energy: '-1' }, { energy: 'energy' }],
    [{ energy: '1001' }, { energy: 'energy' }],
    [{ cost: '1,234' }, { cost: 'cost' }],
    [{ cost: '1000000' }, { cost: 'cost' }],
  ])('%j is refused: %j', (change, failure) => {
    expect(typed(session, change)).toEqual({ ok: false, failure });
  });
});

describe('a day and time in a field', () => {
  it('stands for the moment that it was written for', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
    const minute = fc.integer({ min: 15_000_000, max: 40_000_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, (anyZone, at) => {
        const wall = wallTime(at * 60_000, anyZone);
        const moment = momentOf(wall, anyZone) ?? Number.NaN;
        expect(wallTime(moment, anyZone)).toBe(wall);
        expect(moment).toBeLessThanOrEqual(at * 60_000);
      }),
    );
  });

  it.each([
    ['2026-10-25T02:30', Date.UTC(2026, 9, 25, 0, 30)],
    ['2026-03-29T02:30', Date.UTC(2026, 2, 29, 1, 30)],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s, also where a clock change makes it two or none', (wall, at) => {
    expect(momentOf(wall, zone)).toBe(at);
  });
});
