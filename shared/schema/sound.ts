import { z } from 'zod';
import { bounds } from '../domain/bounds.ts';
import { harmless, harmlessLines } from '../domain/harmless.ts';

type Kind = keyof typeof bounds;

/** A schema for each kind of number. Made once, as there are far fewer kinds than fields. */
export function eachKind<Schema>(schemaOf: (kind: Kind) => Schema): Readonly<Record<Kind, Schema>> {
  const kinds = Object.keys(bounds) as readonly Kind[];
  return Object.fromEntries(kinds.map((kind) => [kind, schemaOf(kind)])) as Record<Kind, Schema>;
}

/** A number without which the rest says nothing. */
export const required = eachKind((kind) => {
  const { least, most } = bounds[kind];
  return z.number().check(z.gte(least), z.lte(most));
});

/** A number that costs only itself where it is missing, none, or out of its bounds. */
export const quantity = eachKind((kind) => required[kind].optional().catch(undefined));

/** What is told only where it is so. */
export const whenTrue = z.literal(true).optional();

/** Epoch ms, without which the rest says nothing. */
export const instant = required.instant;

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
