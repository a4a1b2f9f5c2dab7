import { z } from 'zod';
import { type Bounds, bounds } from '../domain/bounds.ts';
import { harmless, harmlessLines } from '../domain/harmless.ts';

/** A number that costs only itself where it is missing, none, or out of its bounds. */
export function quantity(kind: Bounds) {
  return required(kind).optional().catch(undefined);
}

/** A number without which the rest says nothing. */
export function required({ least, most }: Bounds) {
  return z.number().min(least).max(most);
}

/** Epoch ms, without which the rest says nothing. */
export const instant = required(bounds.instant);

/** An amount of money as an exact decimal, in any currency. */
export const exactAmount = z.string().regex(/^-?\d{1,20}(\.\d{1,30})?$/);

/** The name of a zone. Whether this system knows it is seen when times are told. */
export const zone = z
  .string()
  .min(1)
  .max(60)
  .refine((name) => harmless(name) === name);

/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/);

/** A list in which what is not understood costs only itself. */
export function eachOf<T>(schema: z.ZodType<T>) {
  return z.array(z.unknown()).transform((found) =>
    found.flatMap((one) => {
      const read = schema.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  );
}

/** Text for one line. See `harmless`. */
export const line = z.string().transform((text) => harmless(text));

/** By what a charger or an account is known. Nothing in it could steer what shows it. */
export const key = knownBy(200);

/** The same of what is about one of them, and has words before and behind it. */
export const longKey = knownBy(400);

function knownBy(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => harmless(text, longest) === text);
}

/** UTF-16 units. Codes of makers have five. */
const longestCode = 40;

/** The maker's code of a state. It stands among words where there is little room. */
export const code = z.string().transform((text) => harmless(text, longestCode));

/** Text that may have several lines. */
export const lines = z.string().transform((text) => harmlessLines(text));
