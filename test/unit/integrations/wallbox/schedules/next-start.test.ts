import { describe, expect, it } from 'vitest';
import {
  nextStart,
  readSchedules,
} from '../../../../../electron/integrations/wallbox/schedules/next-start.ts';

const everyDay = {
  monday: true,
  tuesday: true,
  wednesday: true,
  thursday: true,
  friday: true,
  saturday: true,
  sunday: true,
};
const noDay = Object.fromEntries(Object.keys(everyDay).map((day) => [day, false]));
const only = (...days: (keyof typeof everyDay)[]) => ({
  ...noDay,
  ...Object.fromEntries(days.map((day) => [day, true])),
});

const night = { id: 0, enable: true, start: '2200', stop: '0500', days: everyDay, type: 0 };
const read = (...entries: unknown[]) => readSchedules(JSON.stringify({ schedules: entries }));

/** A Saturday in winter. */
const noon = Date.UTC(2026, 10, 21, 12);
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute);

function next(entries: readonly unknown[], now = noon, zone: string | undefined = 'Europe/Madrid') {
  const schedules = read(...entries);
  if (!schedules) throw new Error('Not understood');
  return nextStart(schedules, { now, zone });
}

describe('the next start', () => {
  it.each<[string, readonly unknown[], number | undefined]>([
    ['is today’s', [night], at(21, 22)],
    ['is that of the first of several', [night, { ...night, start: '1330' }], at(21, 13, 30)],
    [
      'is not that of one that is off',
      [night, { ...night, enable: false, start: '1300' }],
      at(21, 22),
    ],
    ['is on a day that is on', [{ ...night, days: only('tuesday') }], at(24, 22)],
    [
      'is a week away',
      [{ ...night, start: '1100', stop: '1130', days: only('saturday') }],
      at(28, 11),
    ],
    ['is none without windows', [], undefined],
    ['is none on no day', [{ ...night, days: noDay }], undefined],
    ['is none where all are off', [{ ...night, enable: false }], undefined],
    ['counts an entry that is on as 1', [{ ...night, enable: 1 }], at(21, 22)],
  ])('%s', (_, entries, expected) => expect(next(entries)).toBe(expected));

  it.each<[string, readonly unknown[], number]>([
    ['inside a window', [night], at(21, 23)],
    ['inside one that began yesterday', [night], at(22, 4, 59)],
  ])('is not said %s, where something else holds the charger', (_, entries, now) => {
    expect(next(entries, now)).toBeUndefined();
  });

  it('is that of tomorrow once a window is over', () => {
    expect(next([night], at(22, 5))).toBe(at(22, 22));
  });

  it.each<[string, unknown]>([
    ['is on or off, nobody knows', { enable: 0 }],
    ['does not repeat', { repeat: 0 }],
    ['has no end', { stop: '2200' }],
    ['has a time that is none', { start: '2500' }],
    ['lacks a day', { days: { monday: true } }],
  ])('is not said where a window %s', (_, change) => {
    expect(next([night, { ...night, ...(change as object) }])).toBeUndefined();
  });
});

describe('the days, by UTC or by the charger’s zone', () => {
  const late = { ...night, start: '2330', stop: '0300', days: only('sunday') };

  it('are not said where the two differ', () => {
    // 23:30 UTC is Monday already in Madrid: is it Sunday’s or Saturday’s window?
    expect(next([late])).toBeUndefined();
    expect(next([late], noon, 'Atlantic/Reykjavik')).toBe(at(22, 23, 30));
  });

  it('do not matter where all are on, whatever the zone', () => {
    for (const zone of ['Europe/Madrid', 'Nowhere/Nothing', undefined]) {
      expect(next([{ ...late, days: everyDay }], noon, zone)).toBe(at(21, 23, 30));
    }
  });

  it.each([undefined, 'Nowhere/Nothing'])('are not said in the zone %s', (zone) => {
    const schedules = read({ ...night, days: only('tuesday') });
    expect(schedules && nextStart(schedules, { now: noon, zone })).toBeUndefined();
  });

  it('stay those of UTC over a clock change', () => {
    const early = { ...night, start: '0030', stop: '0400' };
    const before = Date.UTC(2026, 2, 28, 23);
    expect(next([early], before)).toBe(Date.UTC(2026, 2, 29, 0, 30));
    expect(next([early], Date.UTC(2026, 2, 29, 23))).toBe(Date.UTC(2026, 2, 30, 0, 30));
  });
});

it.each(['', 'null', '[]', '{}', '{"schedules":{}}', '<html>'])('%j are no schedules', (body) => {
  expect(readSchedules(body)).toBeUndefined();
});
