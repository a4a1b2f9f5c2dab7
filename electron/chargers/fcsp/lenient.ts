import { z } from 'zod';

// Nobody outside the maker knows every version of these answers. Each reader takes what it can and
// gives undefined for the rest, so that a bad field costs only itself.

const longest = 200;

/** Text with its NULs and the blanks around it gone, as fixed-width buffers leave them. */
export const text = z.unknown().transform(toText).optional();

/** A code, kept whatever it is; empty where there is none to keep, and undefined where nothing is. */
export const code = z
  .unknown()
  .transform((value) => (value === undefined ? undefined : (toText(plain(value)) ?? '')))
  .optional();

/** Text, also from a number that stands where text belongs. */
export const textOrNumber = z
  .unknown()
  .transform((value) => toText(typeof value === 'number' ? String(value) : value))
  .optional();

/** Text as it came, at most 200 characters: raw bytes may stand in it. */
export const rawText = z
  .unknown()
  .transform((value) => (typeof value === 'string' ? value.slice(0, longest) : undefined))
  .optional();

/** A finite number, also where it is written as text. */
export const number = z.unknown().transform(toNumber).optional();

function plain(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function toText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.replaceAll('\0', '').trim().slice(0, longest) || undefined;
}

function toNumber(value: unknown): number | undefined {
  const written = toText(value);
  const read = written !== undefined && /^-?\d/.test(written) ? Number(written) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}
