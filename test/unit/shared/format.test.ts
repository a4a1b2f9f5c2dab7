import { describe, expect, it } from 'vitest';
import {
  clockTime,
  current,
  dayTime,
  duration,
  energy,
  type FormatOptions,
  isoDay,
  listOf,
  money,
  power,
  powerNumber,
  timesIn,
} from '../../../shared/text/format.ts';

const english: FormatOptions = { locale: 'en-GB', timeZone: 'UTC' };
const german: FormatOptions = { locale: 'de-DE', timeZone: 'Europe/Berlin' };
const american: FormatOptions = { locale: 'en-US', timeZone: 'America/New_York' };
const indian: FormatOptions = { locale: 'en-IN', timeZone: 'Asia/Kolkata' };

/** Plain spaces, whichever kind a language puts between a number and its unit. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('power', () => {
  it.each([
    [7200, english, '7.2 kW'],
    [7249, english, '7.2 kW'],
    [7250, english, '7.3 kW'],
    [0, english, '0.0 kW'],
    [40, english, '0.0 kW'],
    [950, english, '1.0 kW'],
    [-3000, english, '-3.0 kW'],
    [22_080, german, '22,1 kW'],
  ] as const)('%d W', (powerW, formatOptions, said) => {
    expect(plain(power(powerW, formatOptions))).toBe(said);
    expect(`${powerNumber(powerW, formatOptions)} kW`).toBe(said);
  });
});

it.each([
  [['Sat'], english, 'Sat'],
  [['Sat', 'Sun'], english, 'Sat, Sun'],
  [['Mo', 'Mi', 'So'], german, 'Mo, Mi und So'],
] as const)('%j as a list', (things, formatOptions, said) => {
  expect(listOf(things, formatOptions)).toBe(said);
});

describe('energy', () => {
  it.each([
    [10_990, english, '10.99 kWh'],
    [0, english, '0.00 kWh'],
    [4, english, '0.00 kWh'],
    [99_999, english, '100.00 kWh'],
    [100_000, english, '100.0 kWh'],
    [1_234_567, english, '1,234.6 kWh'],
    [10_990, german, '10,99 kWh'],
    [1_234_567, german, '1.234,6 kWh'],
  ] as const)('%d Wh', (energyWh, formatOptions, said) => {
    expect(plain(energy(energyWh, formatOptions))).toBe(said);
  });
});

it.each([
  [16, '16 A'],
  [6, '6 A'],
  [15.6, '16 A'],
] as const)('%d A', (amps, said) => expect(plain(current(amps, english))).toBe(said));

describe('duration', () => {
  const minute = 60_000;
  it.each([
    [123 * minute, '2 h 03 min'],
    [14 * minute, '14 min'],
    [minute, '1 min'],
    [minute - 1, '<1 min'],
    [0, '<1 min'],
    [-minute, '<1 min'],
    [60 * minute - 1, '59 min'],
    [60 * minute, '1 h 00 min'],
    [26 * 60 * minute, '26 h 00 min'],
  ])('%d ms', (ms, said) => expect(plain(duration(ms))).toBe(said));
});

describe('a time', () => {
  const at = Date.UTC(2026, 4, 16, 12, 41);
  const dayBefore = at - 24 * 3_600_000;
  const newYear = Date.UTC(2025, 11, 31, 23, 30);

  it.each([
    [at, at, english, '12:41'],
    [at, at, german, '14:41'],
    [at, at, american, '8:41 AM'],
    [at, at, indian, '6:11 pm'],
    [dayBefore, at, english, 'Fri 15 May, 12:41'],
    [dayBefore, at, german, 'Fr., 15. Mai, 14:41'],
    [dayBefore, at, american, 'Fri, May 15, 8:41 AM'],
    // The same instant is another day in another place.
    [newYear, newYear + 3_600_000, english, 'Wed 31 Dec, 23:30'],
    [newYear, newYear + 3_600_000, german, '00:30'],
    // The same day of another year is another day.
    [Date.UTC(2025, 4, 16, 12, 41), at, english, 'Fri 16 May, 12:41'],
  ] as const)('%d seen from %d', (when, now, formatOptions, said) => {
    expect(plain(clockTime(when, now, formatOptions))).toBe(said);
  });

  it.each([
    [0, english, '00:00'],
    [1050, english, '17:30'],
    [1440, german, '00:00'],
    [1050, american, '5:30 PM'],
    [0, american, '12:00 AM'],
  ] as const)('%d minutes into any day', (minutes, formatOptions, said) => {
    expect(plain(dayTime(minutes, formatOptions))).toBe(said);
  });

  it('is the clock on the wall, also across the change to summer time', () => {
    const before = Date.UTC(2026, 2, 29, 0, 30);
    expect(clockTime(before, before, german)).toBe('01:30');
    expect(clockTime(before + 3_600_000, before, german)).toBe('03:30');
  });
});

describe('money', () => {
  it.each([
    ['3.4069', 'EUR', english, '€3.41'],
    ['3.4069', 'EUR', german, '3,41 €'],
    ['3.4069', 'USD', american, '$3.41'],
    ['3.405', 'EUR', english, '€3.41'],
    ['341', 'JPY', english, 'JP¥341'],
    ['-0.5', 'EUR', english, '-€0.50'],
    ['3.4069', 'no money', english, '3.41 no money'],
  ] as const)('%s %s', (amount, currency, formatOptions, said) => {
    expect(plain(money(amount, currency, formatOptions))).toBe(said);
  });

  it('is exact where binary fractions are not', () => {
    expect(money('9007199254740993.01', 'EUR', english)).toBe('€9,007,199,254,740,993.01');
  });
});

describe('kept times', () => {
  it('follow a computer that comes into another zone', () => {
    const times = timesIn({ locale: 'en-IE' });
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Europe/Dublin';
      expect(times.time(Date.UTC(2026, 0, 1, 12))).toBe('12:00');
      process.env.TZ = 'Asia/Tokyo';
      expect(times.time(Date.UTC(2026, 0, 1, 12))).toBe('21:00');
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('know the days of a zone', () => {
    const evening = Date.UTC(2026, 10, 21, 22, 30);
    const morning = Date.UTC(2026, 10, 22, 5);
    expect(timesIn({ timeZone: 'UTC' }).sameDay(evening, morning)).toBe(false);
    expect(timesIn({ timeZone: 'Europe/Berlin' }).sameDay(evening, morning)).toBe(false);
    expect(timesIn({ timeZone: 'Asia/Tokyo' }).sameDay(evening, morning)).toBe(true);
    expect(isoDay(evening, 'Europe/Berlin')).toBe('2026-11-21');
    expect(isoDay(evening, 'Asia/Tokyo')).toBe('2026-11-22');
  });
});
