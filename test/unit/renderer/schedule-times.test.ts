import { describe, expect, it } from 'vitest';
import {
  isDayUnclear,
  isSetTwiceAYear,
  minutesAhead,
  toLocal,
  toUtc,
} from '../../../renderer/components/schedules/local-times.ts';
import {
  draftOf,
  draftTrouble,
  entryOf,
  toggled,
} from '../../../renderer/components/schedules/schedule-draft.ts';
import type { IsoWeekday, ScheduleEntry } from '../../../shared/domain/charger/schedule.ts';

const winter = Date.UTC(2026, 10, 29, 12);
const summer = Date.UTC(2026, 6, 1, 12);
const daily = [1, 2, 3, 4, 5, 6, 7] as const;
const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('the clock on the wall', () => {
  // Zone, moment; days, from and until in UTC; the same by the clock of the zone.
  it.each<
    [string, number, readonly IsoWeekday[], string, string, readonly IsoWeekday[], string, string]
  >([
    ['UTC', winter, [1, 5], '22:00', '05:00', [1, 5], '22:00', '05:00'],
    ['Europe/Berlin', winter, [1, 5], '21:00', '05:00', [1, 5], '22:00', '06:00'],
    ['Europe/Berlin', summer, [1, 5], '21:00', '05:00', [1, 5], '23:00', '07:00'],
    ['Europe/Berlin', winter, [7], '23:30', '04:00', [1], '00:30', '05:00'],
    ['Europe/Berlin', summer, [1, 7], '22:00', '04:00', [1, 2], '00:00', '06:00'],
    ['America/New_York', winter, [2], '03:00', '10:00', [1], '22:00', '05:00'],
    ['America/New_York', summer, [1], '03:59', '10:00', [7], '23:59', '06:00'],
    ['America/New_York', summer, [1], '04:00', '10:00', [1], '00:00', '06:00'],
    ['Pacific/Auckland', winter, [5, 7], '11:00', '17:00', [1, 6], '00:00', '06:00'],
    ['Pacific/Auckland', summer, [5, 7], '11:59', '17:00', [5, 7], '23:59', '05:00'],
    ['Asia/Kathmandu', winter, [3], '18:15', '00:00', [4], '00:00', '05:45'],
    ['Pacific/Auckland', winter, daily, '23:00', '23:30', daily, '12:00', '12:30'],
  ])('of %s', (zone, now, days, from, until, localDays, localFrom, localUntil) => {
    const utc = { days, from: at(from), until: at(until) };
    const local = { days: localDays, from: at(localFrom), until: at(localUntil) };
    const ahead = minutesAhead(zone, now);
    expect(toLocal(utc, ahead)).toEqual(local);
    expect(toUtc(local, ahead)).toEqual(utc);
  });

  it.each([
    ['UTC', false],
    ['Europe/Berlin', true],
    ['America/New_York', true],
    ['Pacific/Auckland', true],
    ['Asia/Kathmandu', false],
    ['America/Phoenix', false],
  ])('of %s is set twice a year: %s', (zone, isSet) => {
    expect(isSetTwiceAYear(zone, winter)).toBe(isSet);
    expect(isSetTwiceAYear(zone, summer)).toBe(isSet);
  });

  it('leaves it open on which day something begins that is another one in UTC', () => {
    expect(isDayUnclear({ days: [7], from: at('23:30'), until: 0 }, 60)).toBe(true);
    expect(isDayUnclear({ days: [7], from: at('22:30'), until: 0 }, 60)).toBe(false);
    expect(isDayUnclear({ days: [7], from: at('03:00'), until: 0 }, -300)).toBe(true);
    expect(isDayUnclear({ days: daily, from: at('23:30'), until: 0 }, 60)).toBe(false);
  });
});

describe('a draft', () => {
  const entry: ScheduleEntry = {
    isOn: false,
    days: [7],
    from: at('23:30'),
    until: at('04:00'),
    energyWh: 12_000,
    limitA: 16,
  };

  it('that nobody touches comes to the same entry', () => {
    for (const ahead of [0, 60, 120, -300, 780, 345]) {
      expect(entryOf(draftOf(entry, ahead), entry, ahead)).toEqual(entry);
    }
  });

  it('keeps what no form shows', () => {
    const draft = { ...draftOf(entry, 60), energyWh: undefined, isOn: true };
    const { energyWh: _, ...rest } = entry;
    expect(entryOf(draft, entry, 60)).toEqual({ ...rest, isOn: true });
  });

  it('of a new one is every night by the clock of the charger', () => {
    expect(entryOf(draftOf(undefined, 120), undefined, 120)).toEqual({
      isOn: true,
      days: daily,
      from: at('20:00'),
      until: at('04:00'),
    });
  });

  it('has its days in their order, whichever was pressed first', () => {
    const draft = draftOf(entry, 0);
    expect(toggled(toggled(draft, 2), 1).days).toEqual([1, 2, 7]);
    expect(toggled(draft, 7).days).toEqual([]);
  });

  it('is none without a day, or where it ends when it begins', () => {
    const draft = draftOf(entry, 0);
    expect(draftTrouble(draft)).toBeUndefined();
    expect(draftTrouble({ ...draft, days: [] })).toBe('noDay');
    expect(draftTrouble({ ...draft, until: draft.from })).toBe('noTime');
  });
});
