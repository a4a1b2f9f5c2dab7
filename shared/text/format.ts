import type { FormatTables } from '../domain/app/format-tables.ts';
import type { Locales } from '../domain/app/locales.ts';
import { numbersByTables, timesByTables } from './format-tables.ts';
import { messages } from './messages.ts';
import type { Numbers, Times } from './writers.ts';

/** How numbers and times are written: BCP 47 tags, and a time zone. */
export interface FormatOptions {
  readonly locale?: string;
  /** For numbers and amounts, where they are written another way than times. */
  readonly numberLocale?: string;
  readonly timeZone?: string;
  /** With which day a week begins: 1 is Monday. */
  readonly firstDay?: number;
  /** For what can be written without the language's own tables. */
  readonly tables?: FormatTables;
  /** What `numbersIn` gave for this way of writing, where it is kept. */
  readonly numbers?: Numbers;
  /** The same for times, from `timesIn`. */
  readonly times?: Times;
}

/** How everything is written in a zone and a region. */
export function formatOptionsIn(timeZone: string, { words, numbers, firstDay }: Locales) {
  return { timeZone, locale: words, numberLocale: numbers, firstDay } satisfies FormatOptions;
}

const nbsp = '\u00a0';

/** `7.2 kW`; below 1 kW still in kW so that the unit never jumps. */
export function power(powerW: number, formatOptions: FormatOptions = {}): string {
  return `${powerNumber(powerW, formatOptions)}${nbsp}kW`;
}

export function powerNumber(powerW: number, formatOptions: FormatOptions = {}): string {
  return decimal(powerW / 1000, 1, formatOptions);
}

/** `10.99 kWh`. */
export function energy(energyWh: number, formatOptions: FormatOptions = {}): string {
  return numbersOf(formatOptions).energy(energyWh);
}

/** `22 kWh`, `7.5 kWh`: as exact as anybody plans. */
export function plannedEnergy(energyWh: number, formatOptions: FormatOptions = {}): string {
  const tenths = Math.round(energyWh / 100);
  return `${decimal(tenths / 10, tenths % 10 === 0 ? 0 : 1, formatOptions)}${nbsp}kWh`;
}

/** `16 A`. */
export function current(currentA: number, formatOptions: FormatOptions = {}): string {
  return `${decimal(currentA, 0, formatOptions)}${nbsp}A`;
}

/** `2 h 03 min`, `14 min`, `<1 min`. */
export function duration(ms: number): string {
  const words = messages.duration;
  const all = Math.floor(Math.max(0, ms) / 60_000);
  if (all < 1) return words.underMinute;
  const hours = Math.floor(all / 60);
  if (hours === 0) return words.minutes(String(all));
  return words.hours({ hours: String(hours), minutes: String(all % 60).padStart(2, '0') });
}

/** `12:41` or `12:41 PM`, in the owner's way of writing; with the day in front when it is another one than `now`'s. */
export function clockTime(at: number, now: number, formatOptions: FormatOptions = {}): string {
  const times = formatOptions.times ?? timesIn(formatOptions);
  const time = times.time(at);
  return times.sameDay(at, now) ? time : messages.dayAndTime({ day: times.day(at), time });
}

/** `Sat, Sun`: things of one kind, as the language lists them. */
export function listOf(things: readonly string[], { locale }: FormatOptions = {}): string {
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(things);
}

/** `17:30` or `5:30 PM`: a time of any day, in minutes from midnight (0 to 1440). */
export function dayTime(minutes: number, { locale }: FormatOptions = {}): string {
  const how = { timeStyle: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, how).format(minutes * 60_000);
}

/** `€3.41`. `amount` is an exact decimal string; a currency the system does not know is written behind. */
export function money(amount: string, currency: string, formatOptions: FormatOptions = {}): string {
  return numbersOf(formatOptions).money(amount, currency);
}

export function decimal(value: number, digits: number, formatOptions: FormatOptions = {}): string {
  return numbersOf(formatOptions).decimal(value, digits);
}

function numbersOf(formatOptions: FormatOptions): Numbers {
  return formatOptions.numbers ?? numbersIn(formatOptions);
}

/** Keeps what it writes with: to make that takes longer than a hundred writings. */
export function numbersIn({ locale, numberLocale = locale, tables }: FormatOptions): Numbers {
  const made = new Map<string | number, Intl.NumberFormat>();
  const written = (name: string | number, how: Intl.NumberFormatOptions) => {
    const format = made.get(name) ?? new Intl.NumberFormat(numberLocale, how);
    made.set(name, format);
    return format;
  };
  const decimal = (value: number, digits: number) =>
    written(digits, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const money = (amount: string, currency: string) => {
    try {
      // Intl formats decimal strings exactly; the types lag behind.
      return written(currency, { style: 'currency', currency }).format(amount as unknown as number);
    } catch {
      return `${decimal(Number(amount), 2)}${nbsp}${currency}`;
    }
  };
  const way = tables ? numbersByTables(tables, { decimal, money }) : { decimal, money };
  return {
    ...way,
    energy: (energyWh) => `${way.decimal(energyWh / 1000, energyWh >= 100_000 ? 1 : 2)}${nbsp}kWh`,
  };
}

/**
 * IANA name of the zone by whose clock this computer goes now. `Date` does not know it everywhere:
 * in the main process it goes on in the zone in which the app was started.
 */
export function zoneOfNow(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `2026-11-17`, the day of a moment in a zone. */
export function isoDay(at: number, timeZone: string): string {
  const how = { year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', { ...how, timeZone }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Keeps what it writes with, as `numbersIn` does. */
export function timesIn({ locale, timeZone, tables }: FormatOptions): Times {
  const made = new Map<string, Intl.DateTimeFormat>();
  const written = (name: string, how: Intl.DateTimeFormatOptions) => (at: number) => {
    // Whoever travels moves the computer's clock; a format keeps the zone it was made in.
    const zone = timeZone ?? zoneOfNow();
    const key = `${name} ${zone}`;
    const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...how, timeZone: zone });
    made.set(key, format);
    return format.format(at);
  };
  const dayOf = written('date', { year: 'numeric', month: 'short', day: 'numeric' });
  const times: Times = {
    time: written('time', { timeStyle: 'short' }),
    day: written('day', { weekday: 'short', day: 'numeric', month: 'short' }),
    sameDay: (one, other) => dayOf(one) === dayOf(other),
  };
  return tables ? timesByTables(tables, times) : times;
}
