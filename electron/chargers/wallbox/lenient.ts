import { z } from 'zod';

// The cloud writes the same thing in several ways and changes them without notice. Each reader below
// takes all known ways and gives undefined for the rest, so that a bad field costs only itself.

/** A finite number, also where it is written as text. */
export const number = z.unknown().transform(toNumber).optional();

/** Words: text that is not empty. */
export const words = z.unknown().transform(toWords).optional();

/** An identifier: text, or a whole number that stands where text belongs. */
export const identifier = z
  .unknown()
  .transform((value) => (Number.isSafeInteger(value) ? String(value) : toWords(value)))
  .optional();

/** A flag as true and false, 0 and 1, or the words for them. */
export const flag = z.unknown().transform(toFlag).optional();

/** An instant as epoch ms: from seconds, milliseconds, UTC text without a zone, or a date object. */
export const instant = z.unknown().transform(toInstant).optional();

const longestWords = 200;

function toNumber(value: unknown): number | undefined {
  const isNumeric = typeof value === 'string' && /^\s*[-+]?\d/.test(value);
  const read = isNumeric ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

function toWords(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.trim().slice(0, longestWords) || undefined;
}

const flagWords: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  false: false,
  '0': false,
};

function toFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return flagWords[value.trim().toLowerCase()];
  const read = toNumber(value);
  return read === undefined ? undefined : read !== 0;
}

function toInstant(value: unknown): number | undefined {
  if (typeof value === 'object' && value !== null && 'date' in value) return toInstant(value.date);
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
