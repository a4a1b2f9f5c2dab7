import { z } from 'zod';
import { type Bounds, bounds, within } from '../../../shared/domain/bounds.ts';
import { harmless } from '../../../shared/domain/harmless.ts';

// Makers write the same thing in several ways and change them without notice. Each reader below
// takes all known ways and gives undefined for the rest, so that a bad field costs only itself: not
// a number, out of the bounds of what it measures, no known word. A wire format names its fields by
// these readers; what is not read by one of them must not leave its brand.

/** Room is left for what the app puts before an id: its brand, its account. */
const longestId = 120;
/** Of a code, which stands among words where there is little room. */
const longestCode = 40;

/** Text for one line that is not empty. */
export const words = z
  .unknown()
  .transform((value) => toWords(value))
  .optional();

/** An identifier: text, or a whole number that stands where text belongs. */
export const identifier = z
  .unknown()
  .transform((value) => (Number.isSafeInteger(value) ? String(value) : toWords(value, longestId)))
  .optional();

/** A code, kept whatever it is; empty where there is none to keep, and undefined where nothing is. */
export const code = z
  .unknown()
  .transform((value) =>
    value === undefined ? undefined : (toWords(plain(value), longestCode) ?? ''),
  )
  .optional();

/** A flag as true and false, 0 and 1, or the words for them. */
export const flag = z.unknown().transform(toFlag).optional();

/** An instant as epoch ms: from seconds, milliseconds, UTC text without a zone, or a date object. */
export const instant = z
  .unknown()
  .transform((value) => within(bounds.instant, toInstant(value)))
  .optional();

/** A number that is only compared: a mode, a code. */
export const number = z.unknown().transform(toNumber).optional();

export const kilowatts = amount(bounds.powerW, 1000);
export const wattHours = amount(bounds.energyWh);
export const kilowattHours = amount(bounds.energyWh, 1000);
/** Below zero too, as far as an instant: one capture lacks the end of what it measures. */
export const seconds = amount({ ...bounds.durationMs, least: -bounds.instant.most }, 1000);
/** What a fuse bears. */
export const amperes = amount(bounds.currentA);
/** A limit of what a car may draw. */
export const limitAmperes = amount(bounds.limitA);
export const percent = amount(bounds.percent);
export const signalDbm = amount(bounds.signalDbm);
export const pricePerKwh = amount(bounds.pricePerKwh);
export const money = amount(bounds.money);
export const count = amount(bounds.count);

/** A number, also where it is written as text. `size`: how many of the bounds' unit one of it is. */
function amount({ least, most }: Bounds, size = 1) {
  const own = { least: least / size, most: most / size };
  return z
    .unknown()
    .transform((value) => within(own, toNumber(value)))
    .optional();
}

function toNumber(value: unknown): number | undefined {
  const written = toWords(value);
  const read = written !== undefined && /^[-+]?\d/.test(written) ? Number(written) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

function plain(value: unknown): unknown {
  return Number.isFinite(value) || typeof value === 'boolean' ? String(value) : value;
}

function toWords(value: unknown, longest?: number): string | undefined {
  return typeof value === 'string' ? harmless(value, longest) || undefined : undefined;
}

const flagWords: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

function toFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return flagWords.get(value.trim().toLowerCase());
  const read = toNumber(value);
  return read === undefined ? undefined : read !== 0;
}

function toInstant(value: unknown): number | undefined {
  if (typeof value === 'object' && value !== null && 'date' in value)
    return textInstant(value.date);
  return textInstant(value);
}

function textInstant(value: unknown): number | undefined {
  const read = toNumber(value);
  if (read !== undefined) return epochMs(read);
  if (typeof value !== 'string') return undefined;
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(value.trim());
  const at = Date.parse(`${found?.[1]}T${found?.[2]}Z`);
  return Number.isNaN(at) ? undefined : at;
}

/** Thirteen digits are milliseconds, ten are seconds; anything smaller is no instant at all. */
export function epochMs(value: number): number | undefined {
  if (value >= 1e12) return value;
  return value >= 1e9 ? value * 1000 : undefined;
}
