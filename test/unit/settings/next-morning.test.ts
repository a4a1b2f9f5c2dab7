import { describe, expect, it } from 'vitest';
import { nextMorning } from '../../../electron/settings/next-morning.ts';
import { quietChoice } from '../../../shared/domain/app/quiet.ts';

describe('the morning of tomorrow', () => {
  const table = {
    'in the evening, of the next day': [
      '2026-05-16T20:41:30Z',
      'Europe/Berlin',
      '2026-05-17T05:00Z',
    ],
    'before midnight, by the clock of the zone': [
      '2026-05-16T21:59Z',
      'Europe/Berlin',
      '2026-05-17T05:00Z',
    ],
    'after midnight, of the same day': ['2026-05-16T23:30Z', 'Europe/Berlin', '2026-05-17T05:00Z'],
    'for whoever is up early, of the next day': [
      '2026-05-16T02:00Z',
      'Europe/Berlin',
      '2026-05-17T05:00Z',
    ],
    'a night that is an hour short': ['2026-03-28T20:00Z', 'Europe/Berlin', '2026-03-29T05:00Z'],
    'a night that is an hour long': ['2026-10-24T20:00Z', 'Europe/Berlin', '2026-10-25T06:00Z'],
    'in a zone of half hours': ['2026-05-16T12:00Z', 'Asia/Kolkata', '2026-05-17T01:30Z'],
    'on the other side of the date line': [
      '2026-05-16T12:00Z',
      'Pacific/Kiritimati',
      '2026-05-16T17:00Z',
    ],
  } as const;

  it.each(Object.entries(table))('%s', (_name, [now, zone, at]) => {
    expect(new Date(nextMorning(Date.parse(now), zone)).toISOString()).toBe(
      new Date(at).toISOString(),
    );
  });
});

describe('which choice holds', () => {
  const now = Date.UTC(2026, 4, 16, 20);
  const until = (minutes: number) => ({ kind: 'until', at: now + minutes * 60_000 }) as const;
  it.each([
    [{ kind: 'no' }, 'no'],
    [{ kind: 'always' }, 'always'],
    [until(60), 'hour'],
    [until(1), 'hour'],
    [until(61), 'tomorrow'],
    [until(0), 'no'],
    [until(-9), 'no'],
  ] as const)('%j: %s', (quiet, choice) => {
    expect(quietChoice(quiet, now)).toBe(choice);
  });
});
